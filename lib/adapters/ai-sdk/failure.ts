import 'server-only'
import { APICallError } from '@ai-sdk/provider'
import type { FailureReason, Usage } from '../../core/council/types.ts'
import { ModelError } from '../../ports/models.ts'

/** Where a request went, in names that people know. */
export type Origin = { provider: string; model: string }

type Verdict = { reason: FailureReason; retryable: boolean; message: string; retryAfterMs?: number | null }

/** Any error of the SDK, the wire or the socket in our words. What the vendor wrote stays in `cause`. */
export function modelErrorFrom(error: unknown, origin: Origin, nowMs: number): ModelError {
  if (error instanceof ModelError) return error
  const verdict = APICallError.isInstance(error) ? answered(error, origin, nowMs) : unanswered(error, origin)
  return new ModelError(verdict.reason, verdict.message, { ...verdict, cause: error })
}

/** The error of a request that was stopped on purpose. */
export function stoppedError(usage: Usage | null = null): ModelError {
  return new ModelError('stopped', 'The call was stopped.', { retryable: false, usage })
}

function answered(error: APICallError, origin: Origin, nowMs: number): Verdict {
  const body = error.responseBody ?? ''
  const status = error.statusCode ?? statusOfWords(body)
  const row = special(status, body, origin)
  if (row) return row
  if (status === 429) return rateLimited(error, origin, nowMs)
  if (status === 401 || status === 403) {
    return { reason: 'unauthorized', retryable: false, message: `${origin.provider} did not accept the key.` }
  }
  if (status === 402) {
    return {
      reason: 'unauthorized',
      retryable: false,
      message: `${origin.provider} says the account has no credit left.`,
    }
  }
  if (status === undefined) {
    return {
      reason: 'upstream_error',
      retryable: true,
      message: `${origin.provider} sent something that is not an answer.`,
    }
  }
  const retryable = status >= 500 || status === 408 || status === 409 || status === 425
  const retryAfterMs = retryable ? retryAfterOf(error, nowMs) : null
  const message = `${origin.provider} answered with an error (${status}).`
  return { reason: 'upstream_error', retryable, message, retryAfterMs }
}

const UNKNOWN_MODEL =
  /model.{0,80}(not (be )?found|not valid|does not exist|unknown)|model_not_found|not a valid model|no endpoints found/is

/** Failures that vendors hide behind the same few statuses and tell apart only in words. */
function special(status: number | undefined, body: string, origin: Origin): Verdict | null {
  if (
    status === 413 ||
    /context.?length|maximum context|context window|too many (input )?tokens|prompt is too long/i.test(body)
  ) {
    return { reason: 'context_overflow', retryable: false, message: `The question is too long for ${origin.model}.` }
  }
  const isRefusal = /content_filter|content_policy|responsible_?ai|moderation|flagged/i
  if ((status === undefined || status === 400 || status === 403) && isRefusal.test(body)) {
    return { reason: 'refused', retryable: false, message: `${origin.provider} refused to have this answered.` }
  }
  if ((status === 404 || status === 400) && UNKNOWN_MODEL.test(body)) {
    return { reason: 'unknown_model', retryable: false, message: `${origin.provider} does not know ${origin.model}.` }
  }
  if (status === 404) {
    const message = `${origin.provider} has nothing at this address. Check its base URL and the model ${origin.model}.`
    return { reason: 'unknown_model', retryable: false, message }
  }
  return null
}

function rateLimited(error: APICallError, origin: Origin, nowMs: number): Verdict {
  const isSpent = /insufficient_quota|billing/i.test(error.responseBody ?? '')
  const message = isSpent
    ? `The quota at ${origin.provider} is used up.`
    : `${origin.provider} is busy: too many requests.`
  return { reason: 'rate_limited', retryable: !isSpent, message, retryAfterMs: retryAfterOf(error, nowMs) }
}

/** Error objects inside a 200 often carry words instead of a status. */
function statusOfWords(body: string): number | undefined {
  if (/rate.?limit|too many requests|insufficient_quota/i.test(body)) return 429
  if (/invalid_api_key|authentication|unauthorized/i.test(body)) return 401
  if (/server_error|overloaded|internal|timeout|unavailable/i.test(body)) return 500
  return undefined
}

/** Retry-After in seconds or as a date (RFC 9110), in milliseconds from now. */
export function retryAfterOf(error: APICallError, nowMs: number): number | null {
  const value = error.responseHeaders?.['retry-after']
  if (value === undefined || value === '') return null
  const seconds = Number(value)
  if (Number.isFinite(seconds)) return Math.max(0, Math.round(seconds * 1000))
  const at = Date.parse(value)
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs)
}

const NO_WAY = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
])

function unanswered(error: unknown, origin: Origin): Verdict {
  const codes = codesOf(error)
  if (codes.some((code) => NO_WAY.has(code))) {
    return { reason: 'unreachable', retryable: true, message: `${origin.provider} could not be reached.` }
  }
  if (codes.some((code) => /CERT|SELF_SIGNED|TLS|ALTNAME/.test(code))) {
    return { reason: 'unreachable', retryable: false, message: `The certificate of ${origin.provider} is not trusted.` }
  }
  if (codes.length > 0) {
    return { reason: 'stream_cut', retryable: true, message: `The connection to ${origin.provider} broke off.` }
  }
  return { reason: 'upstream_error', retryable: true, message: `The call to ${origin.provider} failed.` }
}

/** Error codes along the chain of causes; an AggregateError (several addresses tried) counts with all of its own. */
function codesOf(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > 5) return []
  const { code, cause, errors } = error as { code?: unknown; cause?: unknown; errors?: unknown }
  const own = typeof code === 'string' ? [code] : []
  const inner = Array.isArray(errors) ? errors.flatMap((one) => codesOf(one, depth + 1)) : []
  return [...own, ...inner, ...codesOf(cause, depth + 1)]
}
