import 'server-only'
import type { Headroom } from '../../ports/models.ts'

type Headers = Record<string, string | undefined>

type Fields = { limit: string | undefined; remaining: string | undefined; reset: string | undefined }

/** What the headers of an answer say of the provider's limits, in the spellings of OpenAI, Anthropic and OpenRouter. */
export function headroomOf(headers: Headers, nowMs: number): { requests: Headroom | null; tokens: Headroom | null } {
  const read = (fields: Fields) => allowanceOf(fields, nowMs)
  const openAi = (what: string) => ({
    limit: headers[`x-ratelimit-limit-${what}`],
    remaining: headers[`x-ratelimit-remaining-${what}`],
    reset: headers[`x-ratelimit-reset-${what}`],
  })
  const anthropic = (what: string) => ({
    limit: headers[`anthropic-ratelimit-${what}-limit`],
    remaining: headers[`anthropic-ratelimit-${what}-remaining`],
    reset: headers[`anthropic-ratelimit-${what}-reset`],
  })
  const openRouter = {
    limit: headers['x-ratelimit-limit'],
    remaining: headers['x-ratelimit-remaining'],
    reset: headers['x-ratelimit-reset'],
  }
  const requests = read(openAi('requests')) ?? read(anthropic('requests')) ?? read(openRouter)
  const tokens = read(openAi('tokens')) ?? read(anthropic('tokens'))
  return {
    requests,
    tokens: tokens ?? tighter(read(anthropic('input-tokens')), read(anthropic('output-tokens'))),
  }
}

function allowanceOf({ limit, remaining, reset }: Fields, nowMs: number): Headroom | null {
  const left = countOf(remaining)
  if (left === null) return null
  return { limit: countOf(limit), remaining: left, resetAt: resetAt(reset, nowMs) }
}

function countOf(text: string | undefined): number | null {
  const value = Number(text?.trim() || Number.NaN)
  return Number.isFinite(value) && value >= 0 ? Math.floor(value) : null
}

/** Of input and output, the allowance of which the smaller share is left. */
function tighter(one: Headroom | null, other: Headroom | null): Headroom | null {
  if (!one || !other) return one ?? other
  const share = ({ limit, remaining }: Headroom) => (limit ? remaining / limit : 1)
  return share(one) <= share(other) ? one : other
}

const UNITS_MS: Record<string, number> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** A moment in Unix ms from a duration (`6m0s`, `20ms`), a date, a Unix time in seconds or ms, or seconds from now. */
export function resetAt(text: string | undefined, nowMs: number): number | null {
  const value = text?.trim()
  if (!value) return null
  if (/^(\d+(\.\d+)?(ms|[smhd]))+$/.test(value)) {
    const parts = value.matchAll(/(\d+(?:\.\d+)?)(ms|[smhd])/g)
    return nowMs + Math.round([...parts].reduce((sum, [, n, unit]) => sum + Number(n) * (UNITS_MS[unit ?? ''] ?? 0), 0))
  }
  const number = Number(value)
  if (Number.isFinite(number)) {
    if (number < 0) return null
    if (number > 1e11) return number
    return Math.round(number > 1e9 ? number * 1_000 : nowMs + number * 1_000)
  }
  const at = Date.parse(value)
  return Number.isNaN(at) ? null : at
}
