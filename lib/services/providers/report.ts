import type { FailureReason } from '../../core/council/types.ts'
import { type BreakerPhase, phaseAt } from '../../core/health/breaker.ts'
import { type Latency, latencyAt } from '../../core/health/latency.ts'
import { limitedUntil } from '../../core/health/limits.ts'
import { FRESH_MS, statusOf, type Verdict } from '../../core/health/status.ts'
import { availabilityOf, type Counts, DAY_MS, historyOf, type Window, windowOf } from '../../core/health/windows.ts'
import type { Headroom } from '../../ports/models.ts'
import type { ProviderState, SeenHeadroom } from './provider-state.ts'

/** A provider as whoever asks it should know it. Times are Unix ms; null means unknown. */
export type ProviderReport = Verdict & {
  provider: string
  isBuiltIn: boolean
  models: number
  /** By asking it every five minutes, or by the calls of runs alone where there is nothing cheap to ask. */
  judgedBy: 'checks' | 'traffic' | 'nothing'
  availability: Counts & { share: number | null }
  latency: Latency
  headroom: { requests: Headroom | null; tokens: Headroom | null }
  inFlight: number
  waiting: number
  /** Calls at the same time at most; null where there is no limit. */
  limit: number | null
  breaker: {
    state: BreakerPhase
    /** When a call may try again; null while closed. */
    nextProbeAt: number | null
    isProbing: boolean
  }
  /** Until when some of its models are left alone because it was asked too often. */
  limitedUntil: number | null
  lastCheck: { at: number; ok: boolean; reason: FailureReason | null; latencyMs: number | null } | null
  history: Window[]
}

type Around = { now: number; models: number; isChecked: boolean; windows: Window[] }

/** What is known of a provider now. */
export function reportOf(state: ProviderState, { now, models, isChecked, windows }: Around): ProviderReport {
  const breaker = state.breaker()
  const phase = phaseAt(breaker, now)
  const until = limitedUntil(state.limits(), now)
  const check = state.check()
  const waiting = state.gate.waiting()
  const recent = availabilityOf(windows, windowOf(now - FRESH_MS))
  const facts = { phase, traffic: state.traffic(), check, isLimited: until !== null, recent, waiting, now }
  return {
    ...statusOf(facts),
    provider: state.provider,
    isBuiltIn: false,
    models,
    judgedBy: isChecked ? 'checks' : 'traffic',
    availability: availabilityOf(windows, now - DAY_MS),
    latency: latencyAt(state.samples(), now),
    headroom: headroomAt(state.headroom(), now),
    inFlight: state.gate.inside(),
    waiting,
    limit: state.gate.limit,
    breaker: { state: phase, nextProbeAt: breaker.openUntil, isProbing: breaker.probeSince !== null },
    limitedUntil: until,
    lastCheck: check && {
      at: check.at,
      ok: check.outcome === 'ok',
      reason: check.reason,
      latencyMs: check.latencyMs,
    },
    history: historyOf(windows, now),
  }
}

/** The models that are part of the product: there is nothing about them to find out. */
export function reportBuiltIn(provider: string, models: number): ProviderReport {
  return {
    ...{ provider, models, isBuiltIn: true, status: 'operational', reason: 'built_in', cause: null },
    judgedBy: 'nothing',
    availability: { healthy: 0, unhealthy: 0, share: null },
    latency: { count: 0, meanMs: null, p50Ms: null, p95Ms: null },
    headroom: { requests: null, tokens: null },
    ...{ inFlight: 0, waiting: 0, limit: null },
    breaker: { state: 'closed', nextProbeAt: null, isProbing: false },
    ...{ limitedUntil: null, lastCheck: null, history: [] },
  }
}

/** What headers said ten minutes ago is not what is left now, nor what they said of a window that is over. */
const HEADROOM_MS = 600_000

function headroomAt(seen: SeenHeadroom | null, now: number): ProviderReport['headroom'] {
  const still = (said: Headroom | null) => (said?.resetAt != null && said.resetAt <= now ? null : said)
  if (!seen || now - seen.at > HEADROOM_MS) return { requests: null, tokens: null }
  return { requests: still(seen.requests), tokens: still(seen.tokens) }
}
