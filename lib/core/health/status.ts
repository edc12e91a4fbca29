import type { FailureReason } from '../council/types.ts'
import type { BreakerPhase } from './breaker.ts'
import type { Outcome } from './outcome.ts'
import type { Counts } from './windows.ts'

export const PROVIDER_STATUSES = ['operational', 'degraded', 'down', 'misconfigured', 'unknown'] as const
export type ProviderStatus = (typeof PROVIDER_STATUSES)[number]

/** Why a provider has its status, closed so that every reader can have a sentence for each. */
export const STATUS_REASONS = [
  'built_in',
  'answers',
  'recovering',
  'rate_limited',
  'fails_at_times',
  'busy',
  'paused',
  'no_answer',
  'key_refused',
  'not_asked',
] as const
export type StatusReason = (typeof STATUS_REASONS)[number]

/** The last thing a provider was seen doing, by a call or by a check. */
export type Sign = { at: number; outcome: Outcome; reason: FailureReason | null }

/** What is known of a provider at one moment. */
export type ProviderFacts = {
  phase: BreakerPhase
  traffic: Sign | null
  check: Sign | null
  isLimited: boolean
  /** Counts of the last quarter of an hour. */
  recent: Counts
  waiting: number
  now: number
}

/** A sign older than this says nothing of now: three checks have gone by. */
export const FRESH_MS = 900_000
/** From this share of failures on it is worth a word. */
const NOTICEABLE = 0.2

export type Verdict = {
  status: ProviderStatus
  reason: StatusReason
  /** What went wrong last, where something is wrong. */
  cause: FailureReason | null
}

/** What a provider is worth to whoever asks now. The first rule that fits decides. */
export function statusOf(facts: ProviderFacts): Verdict {
  const traffic = fresh(facts.traffic, facts.now)
  const check = fresh(facts.check, facts.now)
  const newest = [traffic, check].filter((sign) => sign !== null).toSorted((a, b) => b.at - a.at)
  const failed = newest.find(({ outcome }) => outcome === 'fault' || outcome === 'misconfigured')
  const say = (status: ProviderStatus, reason: StatusReason): Verdict => ({
    status,
    reason,
    cause: status === 'operational' || status === 'unknown' ? null : (failed?.reason ?? null),
  })
  if (facts.phase === 'open') return say('down', 'paused')
  // a list of models may be open to everybody: that it was read does not prove that the key is good
  if (traffic?.outcome === 'misconfigured' || newest[0]?.outcome === 'misconfigured')
    return { status: 'misconfigured', reason: 'key_refused', cause: 'unauthorized' }
  if (newest[0] !== undefined && newest[0] === check && check?.outcome === 'fault') return say('down', 'no_answer')
  if (facts.phase === 'half_open') return say('degraded', 'recovering')
  if (facts.isLimited) return { status: 'degraded', reason: 'rate_limited', cause: 'rate_limited' }
  const { healthy, unhealthy } = facts.recent
  if (unhealthy > 0 && unhealthy / (healthy + unhealthy) >= NOTICEABLE) return say('degraded', 'fails_at_times')
  if (facts.waiting > 0) return say('degraded', 'busy')
  return newest.length > 0 ? say('operational', 'answers') : say('unknown', 'not_asked')
}

function fresh(sign: Sign | null, now: number): Sign | null {
  return sign && now - sign.at < FRESH_MS ? sign : null
}
