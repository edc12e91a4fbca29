import type { FieldIssue } from '../core/kernel/errors.ts'

/** An error answer of the API, in the contract's body, or `NETWORK` when no answer came at all. */
export class ApiProblem extends Error {
  readonly code: string
  readonly status: number
  readonly issues: FieldIssue[]
  readonly retryAfterS: number | null
  readonly requestId: string | null
  /** What the error says beyond its message; depends on the code. */
  readonly details: Record<string, unknown>

  constructor(fields: {
    code: string
    message: string
    status: number
    issues?: FieldIssue[]
    retryAfterS?: number | null
    requestId?: string | null
    details?: Record<string, unknown> | null
    cause?: unknown
  }) {
    super(fields.message, { cause: fields.cause })
    this.name = 'ApiProblem'
    this.code = fields.code
    this.status = fields.status
    this.issues = fields.issues ?? []
    this.retryAfterS = fields.retryAfterS ?? null
    this.requestId = fields.requestId ?? null
    this.details = fields.details ?? {}
  }
}

/** Reads an error answer leniently: a proxy in between may answer with anything. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => null)
  const error = recordOf(recordOf(body)?.error)
  const details = recordOf(error?.details)
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN)
  return new ApiProblem({
    code: textOf(error?.code) ?? `HTTP_${response.status}`,
    message: textOf(error?.message) ?? 'Something went wrong. Try again.',
    status: response.status,
    issues: issuesOf(details?.issues),
    retryAfterS: Number.isFinite(retryAfter) ? retryAfter : null,
    requestId: textOf(error?.request_id) ?? response.headers.get('x-request-id'),
    details,
  })
}

function recordOf(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function issuesOf(value: unknown): FieldIssue[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((entry): FieldIssue[] => {
    const issue = recordOf(entry)
    const message = textOf(issue?.message)
    return message === null ? [] : [{ path: textOf(issue?.path) ?? '', message }]
  })
}
