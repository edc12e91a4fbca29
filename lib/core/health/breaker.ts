import type { ModelId } from '../council/types.ts'
import { seededRandom } from '../kernel/random.ts'
import type { Outcome } from './outcome.ts'

/** When a breaker opens and for how long; times in milliseconds. */
export type BreakerPolicy = {
  /** Failures in a row that open it. */
  failures: number
  /** Or this share of failures among at least `minimumCalls` ends within `windowMs`. */
  failureRate: number
  minimumCalls: number
  windowMs: number
  /** The first period; each one without a whole success in between is twice as long, up to `longestMs`. */
  firstMs: number
  longestMs: number
  /** A probe that is not heard of for so long does not keep the next one waiting. */
  probeMs: number
}

export const BREAKER_POLICY: BreakerPolicy = {
  failures: 5,
  failureRate: 0.5,
  minimumCalls: 10,
  windowMs: 60_000,
  firstMs: 10_000,
  longestMs: 300_000,
  probeMs: 200_000,
}

/** How long a call that meets a probe on its way is told to wait: about as long as a first token takes. */
const AFTER_PROBE_MS = 2_000

/** A circuit breaker (Nygard, Release It!, 2nd ed. 2018, ch. 5) as a value: what it has seen, and until when it is open. */
export type Breaker = {
  policy: BreakerPolicy
  seed: string
  /** Failures in a row. */
  failures: number
  /** Ends within the window, oldest first. */
  recent: readonly { at: number; isOk: boolean; model: ModelId }[]
  /** When each model last showed text or ended well, as far as that is within the window. */
  alive: Readonly<Record<ModelId, number>>
  /** Periods without a whole success in between. */
  opens: number
  /** Periods ever. A call carries the number it went out under; what it says later is of that time only. */
  turn: number
  /** Null while closed. In the past: half open, one call at a time may try. */
  openUntil: number | null
  /** When the call went out that tries. */
  probeSince: number | null
}

export type BreakerPhase = 'closed' | 'open' | 'half_open'

/** What happens to a breaker by a call of `model`. `turn` is that of the breaker when the call went out. */
export type BreakerEvent =
  | { type: 'admitted'; at: number }
  | { type: 'first_text'; at: number; turn: number; model: ModelId }
  | { type: 'ended'; at: number; turn: number; model: ModelId; outcome: Outcome }

const BLANK = { failures: 0, recent: [], alive: {}, openUntil: null, probeSince: null }

/** A closed breaker. The seed spreads its periods, so that processes do not come back all at once. */
export function createBreaker(seed: string, policy: BreakerPolicy = BREAKER_POLICY): Breaker {
  return { policy, seed, ...BLANK, opens: 0, turn: 0 }
}

/** Closed, open, or half open at that moment. */
export function phaseAt({ openUntil }: Breaker, now: number): BreakerPhase {
  if (openUntil === null) return 'closed'
  return now < openUntil ? 'open' : 'half_open'
}

/** How long a call has to stay away, in milliseconds; null when it may go out now. */
export function waitMs(breaker: Breaker, now: number): number | null {
  const { openUntil, probeSince, policy } = breaker
  if (openUntil === null) return null
  if (now < openUntil) return openUntil - now
  return probeSince !== null && now - probeSince < policy.probeMs ? AFTER_PROBE_MS : null
}

/** The breaker after an event. Calls of an earlier turn change nothing: what they say is old. */
export function foldBreaker(breaker: Breaker, event: BreakerEvent): Breaker {
  if (event.type === 'admitted') {
    return phaseAt(breaker, event.at) === 'half_open' ? { ...breaker, probeSince: event.at } : breaker
  }
  if (event.turn !== breaker.turn) return breaker
  const isProbe = breaker.openUntil !== null
  // It answers again, so the others need not wait for the end; until then one failure opens again, for longer.
  if (event.type === 'first_text') return seenAlive(isProbe ? onTrial(breaker) : breaker, event)
  return isProbe ? afterProbe(breaker, event) : afterCall(breaker, event)
}

type Ended = Extract<BreakerEvent, { type: 'ended' }>

function afterProbe(breaker: Breaker, end: Ended): Breaker {
  switch (end.outcome) {
    case 'ok':
      return afterCall(onTrial(breaker), end)
    case 'fault':
      return opened(breaker, end.at)
    case 'neutral':
      return { ...breaker, probeSince: null }
    default:
      return onTrial(breaker)
  }
}

function afterCall(breaker: Breaker, { at, outcome, model }: Ended): Breaker {
  if (outcome !== 'ok' && outcome !== 'fault') return breaker
  const { policy } = breaker
  const isOk = outcome === 'ok'
  const failures = isOk ? 0 : breaker.failures + 1
  const since = at - policy.windowMs
  const recent = [...breaker.recent, { at, isOk, model }].filter((end) => end.at > since).slice(-RECENT_MAX)
  const next = { ...breaker, failures, recent, opens: isOk ? 0 : breaker.opens }
  if (isOk) return seenAlive(next, { at, model })
  return isTooMuch(next) && !isOneModel(next, at) ? opened(next, at) : next
}

/** Ends looked at for the rate; more would only make it slower to notice. */
const RECENT_MAX = 100

function isTooMuch({ failures, recent, policy }: Breaker): boolean {
  if (failures >= policy.failures) return true
  if (recent.length < policy.minimumCalls) return false
  return recent.filter(({ isOk }) => !isOk).length / recent.length >= policy.failureRate
}

/** Whether a single model fails while another of the same provider answers: then it is the model's trouble alone. */
function isOneModel({ recent, alive, policy }: Breaker, now: number): boolean {
  const failing = new Set(recent.flatMap(({ isOk, model }) => (isOk ? [] : [model])))
  if (failing.size > 1) return false
  return Object.entries(alive).some(([model, at]) => !failing.has(model) && at > now - policy.windowMs)
}

function seenAlive(breaker: Breaker, { model, at }: { model: ModelId; at: number }): Breaker {
  const still = Object.entries(breaker.alive).filter(([, seen]) => seen > at - breaker.policy.windowMs)
  return { ...breaker, alive: { ...Object.fromEntries(still), [model]: at } }
}

/** Half of the period is certain, half by chance ("equal jitter", AWS, "Exponential Backoff and Jitter", 2015). */
function opened(breaker: Breaker, at: number): Breaker {
  const { policy, opens, seed } = breaker
  const turn = breaker.turn + 1
  const periodMs = Math.min(policy.longestMs, policy.firstMs * 2 ** opens)
  const openMs = Math.round(periodMs * (0.5 + seededRandom(`${seed}:${turn}`)() / 2))
  return { ...breaker, ...BLANK, turn, opens: opens + 1, openUntil: at + openMs }
}

function onTrial(breaker: Breaker): Breaker {
  return { ...breaker, ...BLANK, failures: breaker.policy.failures - 1 }
}
