import { type Breaker, createBreaker, foldBreaker, phaseAt, waitMs } from '../../core/health/breaker.ts'
import { type Samples, withSample } from '../../core/health/latency.ts'
import { type Limits, limited, limitMs } from '../../core/health/limits.ts'
import { type Outcome, outcomeOf, sideOf } from '../../core/health/outcome.ts'
import type { Sign } from '../../core/health/status.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import type { Headroom, ModelError } from '../../ports/models.ts'
import type { ProbeResult } from '../../ports/provider-probe.ts'
import { createGate, type Gate } from './gate.ts'
import type { Sightings } from './sightings.ts'
import { heldBack, providerDown } from './unsent.ts'

/** What a provider's headers said last, and when. */
export type SeenHeadroom = { requests: Headroom | null; tokens: Headroom | null; at: number }

/** What this process knows of one provider. */
export type ProviderState = {
  readonly provider: string
  readonly gate: Gate
  breaker(): Breaker
  limits(): Limits
  samples(): Samples
  headroom(): SeenHeadroom | null
  traffic(): Sign | null
  check(): (Sign & { latencyMs: number | null }) | null
  /** Throws at once where the provider, or this model of it, is to be left alone. */
  assertOpen(model: string): void
  /** Notes that a call goes out; what comes of it is told to the ticket. */
  admit(model: string): Ticket
  checked(result: ProbeResult): void
}

/** One call that is under way. */
export type Ticket = {
  firstText(): void
  headroom(headroom: Omit<SeenHeadroom, 'at'>): void
  ended(end: 'ok' | Failure): void
}

type Failure = Pick<ModelError, 'reason' | 'retryable' | 'retryAfterMs'>

type Deps = { clock: Clock; log: Log; sightings: Sightings; onChange(): void }

export function createProviderState(
  provider: string,
  deps: Deps,
  options: { seed: string; maxInFlight: number },
): ProviderState {
  const { clock, sightings, onChange } = deps
  const gate = createGate(options.maxInFlight)
  let breaker = createBreaker(`${options.seed}:${provider}`)
  let limits: Limits = {}
  let samples: Samples = []
  let headroom: SeenHeadroom | null = null
  let traffic: Sign | null = null
  let check: (Sign & { latencyMs: number | null }) | null = null

  function turn(next: Breaker, reason: ModelError['reason'] | null) {
    const [was, is] = [breaker, next].map(({ openUntil }) => openUntil !== null)
    const hasOpened = next.turn !== breaker.turn
    breaker = next
    if (hasOpened) {
      deps.log.info('provider.opened', { provider, reason, opens: next.opens, ms: waitMs(next, clock.now()) })
    } else if (was && !is) deps.log.info('provider.closed', { provider })
  }

  function ended(call: { model: string; turn: number; firstTokenMs: number | null }, end: 'ok' | Failure) {
    const at = clock.now()
    const outcome: Outcome = end === 'ok' ? 'ok' : outcomeOf(end)
    const reason = end === 'ok' ? null : end.reason
    if (end !== 'ok' && outcome === 'limited')
      limits = limited(limits, { model: call.model, at, retryAfterMs: end.retryAfterMs })
    if (outcome !== 'neutral') traffic = { at, outcome, reason }
    const side = sideOf(outcome)
    const look = { provider, source: 'traffic', reason, latencyMs: call.firstTokenMs, at } as const
    if (side) sightings.add({ ...look, isHealthy: side === 'healthy' })
    turn(foldBreaker(breaker, { type: 'ended', at, ...call, outcome }), reason)
    onChange()
  }

  return {
    provider,
    gate,
    breaker: () => breaker,
    limits: () => limits,
    samples: () => samples,
    headroom: () => headroom,
    traffic: () => traffic,
    check: () => check,
    assertOpen(model) {
      const now = clock.now()
      const ms = waitMs(breaker, now)
      if (ms !== null) throw providerDown(provider, ms)
      const heldMs = limitMs(limits, model, now)
      if (heldMs !== null) throw heldBack(provider, heldMs)
    },
    admit(model) {
      const startedAt = clock.now()
      if (phaseAt(breaker, startedAt) === 'half_open')
        breaker = foldBreaker(breaker, { type: 'admitted', at: startedAt })
      const call = { model, turn: breaker.turn, firstTokenMs: null as number | null }
      onChange()
      return {
        firstText() {
          if (call.firstTokenMs !== null) return
          const at = clock.now()
          call.firstTokenMs = at - startedAt
          samples = withSample(samples, { at, ms: call.firstTokenMs })
          turn(foldBreaker(breaker, { type: 'first_text', at, ...call }), null)
          onChange()
        },
        headroom(said) {
          headroom = { ...said, at: clock.now() }
          onChange()
        },
        ended: (end) => ended(call, end),
      }
    },
    checked(result) {
      const at = clock.now()
      const outcome: Outcome = result.ok ? 'ok' : outcomeOf({ reason: result.reason, retryable: true })
      const reason = result.ok ? null : result.reason
      const { latencyMs } = result
      check = { at, outcome, reason, latencyMs }
      // asked too often is an answer too
      sightings.add({ provider, source: 'check', reason, latencyMs, at, isHealthy: sideOf(outcome) !== 'unhealthy' })
      onChange()
    },
  }
}
