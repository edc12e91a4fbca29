import { AppError, ERROR_TABLE, type ErrorCode, type ErrorDetails, invalidField } from '../../core/kernel/errors.ts'
import { errorBody } from '../problem.ts'

const META = {
  requestId: 'req_06fd0z5m9b7k1r3s5t7v9x1z3c',
  now: Date.UTC(2026, 10, 20, 12),
  appUrl: null,
  method: 'POST',
}

const DETAILS: Partial<Record<ErrorCode, ErrorDetails>> = {
  IDEMPOTENCY_MISMATCH: { param: 'Idempotency-Key' },
  PAYLOAD_TOO_LARGE: { max_bytes: 1_048_576 },
  QUOTA_EXCEEDED: {
    retryAfterS: 3600,
    limit: { name: 'day', quota: 30, remaining: 0, windowS: 86_400, resetS: 3600 },
  },
  TOO_MANY_RUNS: { retryAfterS: 15 },
  UNAVAILABLE: { retryAfterS: 5 },
}

/** One example per code: the closed table of errors, as part of the document. */
export function errorExamples() {
  const codes = Object.keys(ERROR_TABLE) as ErrorCode[]
  return Object.fromEntries(
    codes.map((code) => [code, { summary: ERROR_TABLE[code].message, value: errorBody(exampleOf(code), META) }]),
  )
}

function exampleOf(code: ErrorCode): AppError {
  if (code === 'VALIDATION_FAILED') return invalidField('question', 'Write a question.')
  return new AppError(code, undefined, DETAILS[code])
}
