import 'server-only'
import { APICallError } from '@ai-sdk/provider'
import type { FailureReason, Usage } from '../../core/council/types.ts'
import { ModelError } from '../../ports/models.ts'
import { PRIVATE_ADDRESS } from './network.ts'
import { retryAfterOf } from './retry-after.ts'
import {
  isContextOverflow,
  isKeyRefused,
  isQuotaSpent,
  isRefusal,
  isUnknownModel,
  isWithoutCredit,
  statusOfWords,
} from './vendor-words.ts'
import { callError, withoutSecrets } from './wire.ts'

/** Where a request went, in names that people know, and what must not be kept of it. */
export type Origin = { provider: string; model: string; secrets: readonly string[] }

type Verdict = { reason: FailureReason; retryable: boolean; message: string; retryAfterMs?: number | null }

type Circumstances = { nowMs: number; usage: Usage | null }

/** Any error of the SDK, the wire or the socket in our words. What the vendor wrote stays in `cause`, without keys and addresses. */
export function modelErrorFrom(error: unknown, origin: Origin, { nowMs, usage }: Circumstances): ModelError {
  if (error instanceof ModelError) return error
  const isAnswer = APICallError.isInstance(error) && ((error.statusCode ?? 0) >= 400 || codesOf(error).length === 0)
  const verdict = isAnswer ? answered(error, origin, nowMs) : unanswered(error, origin)
  return new ModelError(verdict.reason, verdict.message, { ...verdict, usage, cause: causeOf(error, origin) })
}

/** The error of a request that was stopped on purpose. */
export function stoppedError(usage: Usage | null = null): ModelError {
  return new ModelError('stopped', 'The call was stopped.', { retryable: false, usage })
}

function answered(error: APICallError, origin: Origin, nowMs: number): Verdict {
  const body = error.responseBody ?? ''
  const known = error.statusCode !== undefined && error.statusCode >= 400 ? error.statusCode : undefined
  const status = known ?? statusOfWords(body)
  const row = special(status, body, origin) ?? refusedAccess(status, body, origin)
  if (row) return row
  if (status === 429) return rateLimited(error, origin, nowMs)
  if (status === undefined) {
    const message = `${origin.provider} sent something that is not an answer.`
    return { reason: 'upstream_error', retryable: true, message }
  }
  const retryable = status >= 500 || [408, 409, 424, 425].includes(status)
  const retryAfterMs = retryable ? retryAfterOf(error, { status, nowMs }) : null
  const message = `${origin.provider} answered with an error (${status}).`
  return { reason: 'upstream_error', retryable, message, retryAfterMs }
}

/** Failures that vendors hide behind the same few statuses and tell apart only in words. */
function special(status: number | undefined, body: string, origin: Origin): Verdict | null {
  if (isContextOverflow(status, body)) {
    return { reason: 'context_overflow', retryable: false, message: `The question is too long for ${origin.model}.` }
  }
  if (isRefusal(status, body)) {
    return { reason: 'refused', retryable: false, message: `${origin.provider} refused to have this answered.` }
  }
  if (isKeyRefused(status, body)) return null
  if (isUnknownModel(status, body)) {
    return { reason: 'unknown_model', retryable: false, message: `${origin.provider} does not know ${origin.model}.` }
  }
  if (status === 404) {
    const message = `${origin.provider} has nothing at this address. Check its base URL and the model ${origin.model}.`
    return { reason: 'unknown_model', retryable: false, message }
  }
  return null
}

function refusedAccess(status: number | undefined, body: string, origin: Origin): Verdict | null {
  const unauthorized = { reason: 'unauthorized', retryable: false } as const
  if (isWithoutCredit(status, body)) {
    return { ...unauthorized, message: `${origin.provider} says the account has no credit left.` }
  }
  if (status === 401 || status === 403 || isKeyRefused(status, body)) {
    return { ...unauthorized, message: `${origin.provider} did not accept the key.` }
  }
  return null
}

function rateLimited(error: APICallError, origin: Origin, nowMs: number): Verdict {
  const isSpent = isQuotaSpent(error.responseBody ?? '')
  const message = isSpent
    ? `The quota at ${origin.provider} is used up.`
    : `${origin.provider} is busy: too many requests.`
  const retryAfterMs = retryAfterOf(error, { status: 429, nowMs })
  return { reason: 'rate_limited', retryable: !isSpent, message, retryAfterMs }
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

/** A file of credentials that cannot be read. */
const NO_FILE = new Set(['ENOENT', 'EACCES', 'EISDIR', 'ENOTDIR'])

function unanswered(error: unknown, origin: Origin): Verdict {
  const codes = codesOf(error)
  if (codes.some((code) => NO_FILE.has(code))) return withoutCredentials(origin)
  if (codes.includes(PRIVATE_ADDRESS)) {
    const message = `${origin.provider} is at a private address, and this installation allows public ones only.`
    return { reason: 'unreachable', retryable: false, message }
  }
  if (codes.some((code) => NO_WAY.has(code))) {
    return { reason: 'unreachable', retryable: true, message: `${origin.provider} could not be reached.` }
  }
  if (codes.some((code) => /CERT|SELF_SIGNED|TLS|ALTNAME/.test(code))) {
    return { reason: 'unreachable', retryable: false, message: `The certificate of ${origin.provider} is not trusted.` }
  }
  if (codes.length > 0) {
    return { reason: 'stream_cut', retryable: true, message: `The connection to ${origin.provider} broke off.` }
  }
  return unsent(error, origin)
}

/** What the SDK itself says without an answer of the server and without a socket's error. */
function unsent(error: unknown, origin: Origin): Verdict {
  const text = error instanceof Error ? `${error.name} ${error.message}` : ''
  if (/NoOutputGenerated/.test(text)) {
    return { reason: 'stream_cut', retryable: true, message: `The answer of ${origin.model} broke off.` }
  }
  if (/credential/i.test(text)) return withoutCredentials(origin)
  return { reason: 'upstream_error', retryable: true, message: `The call to ${origin.provider} failed.` }
}

function withoutCredentials(origin: Origin): Verdict {
  const message = `No credentials for ${origin.provider} were found on this machine.`
  return { reason: 'unauthorized', retryable: false, message }
}

/** What a person who operates the product may see of an error: status, words and codes, and neither key nor address. */
function causeOf(error: unknown, { secrets }: Origin): Error {
  if (APICallError.isInstance(error) && error.statusCode !== undefined) {
    const body = withoutSecrets(error.responseBody ?? '', secrets)
    return callError({ message: `HTTP ${error.statusCode}`, status: error.statusCode, body })
  }
  const codes = codesOf(error)
  const name = error instanceof Error ? error.name : 'Error'
  if (codes.length > 0) return new Error(`${name}: ${codes.join(', ')}`)
  const words = APICallError.isInstance(error) ? (error.responseBody ?? error.message) : ''
  return new Error(`${name} ${withoutSecrets(words, secrets)}`.trim())
}

/** Error codes along the chain of causes; an AggregateError (several addresses tried) counts with all of its own. */
function codesOf(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > 5) return []
  const { code, cause, errors } = error as { code?: unknown; cause?: unknown; errors?: unknown }
  const own = typeof code === 'string' ? [code] : []
  const inner = Array.isArray(errors) ? errors.flatMap((one) => codesOf(one, depth + 1)) : []
  return [...own, ...inner, ...codesOf(cause, depth + 1)]
}
