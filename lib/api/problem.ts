import { type AppError, ERROR_TABLE, type ErrorCode, type ErrorDetails } from '../core/kernel/errors.ts'
import { apiUrl } from './links.ts'

/** The one error body of the API. */
export type ErrorBody = {
  error: {
    code: ErrorCode
    message: string
    type: string
    /** The field, header or parameter at fault; null when it is none in particular. */
    param: string | null
    request_id: string
    timestamp: string
    docs_url: string
    details: Record<string, unknown>
  }
}

/** What an error says about the request it answers. */
export type ProblemMeta = {
  requestId: string
  /** Unix time in milliseconds. */
  now: number
  appUrl: string | null
  method: string
}

/** Money may be gone: a client that retries by itself would pay for a whole council again. */
const SPENT: ReadonlySet<ErrorCode> = new Set(['ALL_MEMBERS_FAILED', 'WAIT_TIMEOUT'])

/** The error body of an AppError, in snake_case. */
export function errorBody(error: AppError, meta: ProblemMeta): ErrorBody {
  const { param, issues, retryAfterS, limit, allow: _allow, isInvalidToken: _isInvalidToken, ...rest } = error.details
  return {
    error: {
      code: error.code,
      message: error.message,
      type: ERROR_TABLE[error.code].type,
      param: param ?? null,
      request_id: meta.requestId,
      timestamp: new Date(meta.now).toISOString(),
      docs_url: `${apiUrl(meta, '/openapi.json')}#/components/examples/${error.code}`,
      details: {
        ...rest,
        ...(issues ? { issues } : {}),
        ...(retryAfterS === undefined ? {} : { retry_after_s: retryAfterS }),
        ...(limit ? { limit: snakeLimit(limit) } : {}),
      },
    },
  }
}

/** The same as RFC 9457 problem details, for clients that ask for `application/problem+json`. */
export function problemDetails(body: ErrorBody) {
  const { code, message, docs_url, type: _type, ...rest } = body.error
  const { status, message: title } = ERROR_TABLE[code]
  return { type: docs_url, title, status, detail: message, code, ...rest }
}

/** The headers an error adds: what is allowed, how to authenticate, when to come back, and whether at all. */
export function errorHeaders(error: AppError, method: string): Record<string, string> {
  const { allow, isInvalidToken, retryAfterS, limit } = error.details
  const isUnsafe = method !== 'GET' && method !== 'HEAD'
  return {
    ...(error.code === 'UNAUTHENTICATED' ? { 'WWW-Authenticate': challenge(isInvalidToken === true) } : {}),
    ...(Array.isArray(allow) ? { Allow: allow.join(', ') } : {}),
    ...(retryAfterS === undefined ? {} : { 'Retry-After': String(Math.max(1, Math.ceil(retryAfterS))) }),
    ...(retryAfterS === undefined && error.code === 'UNAVAILABLE' ? { 'Retry-After': '5' } : {}),
    ...(limit ? limitHeaders(limit) : {}),
    ...(SPENT.has(error.code) || (error.code === 'INTERNAL' && isUnsafe) ? { 'x-should-retry': 'false' } : {}),
  }
}

/** The response that answers an AppError, in the format that `accept` asks for. */
export function problemResponse(error: AppError, meta: ProblemMeta & { accept: string | null }): Response {
  const body = errorBody(error, meta)
  const isProblem = meta.accept?.includes('application/problem+json') ?? false
  return new Response(JSON.stringify(isProblem ? problemDetails(body) : body), {
    status: ERROR_TABLE[error.code].status,
    headers: {
      'Content-Type': isProblem ? 'application/problem+json' : 'application/json',
      ...errorHeaders(error, meta.method),
    },
  })
}

function challenge(isInvalidToken: boolean): string {
  return `Bearer realm="llm-council"${isInvalidToken ? ', error="invalid_token"' : ''}`
}

/** The IETF draft fields and the older trio that most clients read. */
function limitHeaders({ name, quota, remaining, windowS, resetS }: NonNullable<ErrorDetails['limit']>) {
  return {
    'RateLimit-Policy': `"${name}";q=${quota};w=${windowS}`,
    RateLimit: `"${name}";r=${remaining};t=${resetS}`,
    'X-RateLimit-Limit': String(quota),
    'X-RateLimit-Remaining': String(remaining),
    'X-RateLimit-Reset': String(resetS),
  }
}

function snakeLimit({ windowS, resetS, ...limit }: NonNullable<ErrorDetails['limit']>) {
  return { ...limit, window_s: windowS, reset_s: resetS }
}
