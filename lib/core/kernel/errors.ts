/** Every error code the product can answer with: HTTP status, OpenAI-style type, and a sentence of last resort. */
export const ERROR_TABLE = {
  MALFORMED_REQUEST: { status: 400, type: 'invalid_request_error', message: 'The request could not be read.' },
  UNAUTHENTICATED: { status: 401, type: 'authentication_error', message: 'Sign in or send an API key.' },
  BUDGET_EXCEEDED: { status: 402, type: 'billing_error', message: 'The budget for this request is used up.' },
  FORBIDDEN: { status: 403, type: 'permission_error', message: 'This is not allowed.' },
  FOREIGN_ORIGIN: { status: 403, type: 'permission_error', message: 'The request came from another site.' },
  NOT_FOUND: { status: 404, type: 'not_found_error', message: 'Nothing was found at this address.' },
  METHOD_NOT_ALLOWED: { status: 405, type: 'invalid_request_error', message: 'This method is not supported here.' },
  CONFLICT: { status: 409, type: 'conflict_error', message: 'The request conflicts with the current state.' },
  LINK_USED: { status: 410, type: 'not_found_error', message: 'This link was used or has expired.' },
  VERSION_CONFLICT: {
    status: 412,
    type: 'conflict_error',
    message: 'Somebody else changed this meanwhile.',
  },
  PAYLOAD_TOO_LARGE: { status: 413, type: 'invalid_request_error', message: 'The request is too large.' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, type: 'invalid_request_error', message: 'Send application/json.' },
  VALIDATION_FAILED: { status: 422, type: 'invalid_request_error', message: 'Some fields are not valid.' },
  IDEMPOTENCY_MISMATCH: {
    status: 422,
    type: 'invalid_request_error',
    message: 'This Idempotency-Key was used with another request body.',
  },
  QUOTA_EXCEEDED: { status: 429, type: 'rate_limit_error', message: 'The daily number of questions is used up.' },
  TOO_MANY_RUNS: { status: 429, type: 'rate_limit_error', message: 'Too many runs are in progress.' },
  INTERNAL: { status: 500, type: 'api_error', message: 'Something went wrong on our side.' },
  ALL_MEMBERS_FAILED: { status: 502, type: 'upstream_error', message: 'No member of the council answered.' },
  UNAVAILABLE: { status: 503, type: 'api_error', message: 'The service is not ready. Try again shortly.' },
  WAIT_TIMEOUT: { status: 504, type: 'api_error', message: 'The run is still going on.' },
} as const satisfies Record<string, { status: number; type: string; message: string }>

export type ErrorCode = keyof typeof ERROR_TABLE

/** One broken field: where it is (`messages.0.content`) and what is wrong with it. */
export type FieldIssue = { path: string; message: string }

export type ErrorDetails = {
  issues?: FieldIssue[]
  param?: string
  /** Seconds to wait before trying again. */
  retryAfterS?: number
  limit?: { name: string; quota: number; remaining: number; windowS: number; resetS: number }
  [key: string]: unknown
}

/** The only error that verbs throw on purpose. Anything else is masked as INTERNAL at the surface. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, message?: string, details: ErrorDetails = {}, cause?: unknown) {
    super(message ?? ERROR_TABLE[code].message, cause === undefined ? undefined : { cause })
    this.name = 'AppError'
    this.code = code
    this.details = details
  }
}

/** A validation error for one field; the empty path is the whole input. */
export function invalidField(path: string, message: string): AppError {
  const sentence = path === '' ? message : `${path}: ${message}`
  return new AppError('VALIDATION_FAILED', sentence, {
    issues: [{ path, message }],
    ...(path === '' ? {} : { param: path }),
  })
}
