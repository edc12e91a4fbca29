import 'server-only'
import type { APICallError } from '@ai-sdk/provider'
import { headroomOf } from './headroom.ts'

type Headers = Record<string, string | undefined>

/**
 * How long a provider asks to wait, in milliseconds: `retry-after-ms` (OpenAI, Azure), `Retry-After` in seconds or as a date
 * (RFC 9110), Google's `retryDelay` in the body, and for a 429 without any of them the reset of the allowance that is spent.
 */
export function retryAfterOf(error: APICallError, { status, nowMs }: { status: number; nowMs: number }): number | null {
  const headers = error.responseHeaders ?? {}
  const said = inMs(headers) ?? standard(headers['retry-after'], nowMs) ?? inBody(error.responseBody ?? '')
  if (said !== null || status !== 429) return said
  return untilReset(headers, nowMs)
}

function inMs(headers: Headers): number | null {
  const text = headers['retry-after-ms'] ?? headers['x-ms-retry-after-ms']
  const value = Number(text?.trim() || Number.NaN)
  return Number.isFinite(value) ? Math.max(0, Math.round(value)) : null
}

function standard(text: string | undefined, nowMs: number): number | null {
  const value = text?.trim()
  if (!value) return null
  const seconds = Number(value)
  if (Number.isFinite(seconds)) return Math.max(0, Math.round(seconds * 1000))
  const at = Date.parse(value)
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs)
}

function inBody(body: string): number | null {
  const seconds = /"retryDelay"\s*:\s*"(\d+(?:\.\d+)?)s"/.exec(body)?.[1]
  return seconds === undefined ? null : Math.round(Number(seconds) * 1000)
}

/** Until what is spent is there again; nothing where no allowance is, since the request was then larger than what is left. */
function untilReset(headers: Headers, nowMs: number): number | null {
  const { requests, tokens } = headroomOf(headers, nowMs)
  const resets = [requests, tokens].flatMap((one) => (one?.remaining === 0 ? (one.resetAt ?? []) : []))
  return resets.length === 0 ? null : Math.max(0, Math.max(...resets) - nowMs)
}
