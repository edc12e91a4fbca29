import { seededRandom } from '../kernel/random.ts'
import { stageEnd } from './patience.ts'
import { nextFallback } from './sitter.ts'
import type { CallState, RunState } from './state.ts'
import type { FailureReason, ModelId } from './types.ts'

const BASE_DELAY_MS = 1_000
const MAX_RETRY_AFTER_MS = 30_000

/** How often the same model is asked again, by what went wrong last. What is not here goes to a fallback at once. */
const REPEATS: Partial<Record<FailureReason, number>> = {
  rate_limited: 2,
  upstream_error: 2,
  unreachable: 2,
  first_token_timeout: 1,
  idle_timeout: 1,
  call_timeout: 1,
  stream_cut: 1,
  empty: 1,
  refused: 1,
  too_long: 1,
}

/** An error after the first character: the seat starts over, once, like after any other broken text. */
const RESTARTS = 1

type Failure = {
  reason: FailureReason
  retryable: boolean
  retryAfterMs: number | null
  /** Characters that had come. */
  chars: number
  /** How large the request was, estimated. */
  promptTokens: number
}

type FailedCall = Pick<CallState, 'stage' | 'seat' | 'attempt' | 'model'>

/** When a seat may start again, in Unix milliseconds, and whom it then asks if not the same model; null: never. */
export type NextAttempt = { retryAt: number | null; nextModel?: ModelId }

/**
 * What follows a failed call: the same model once more, else a fallback, else nothing; all within the stage's time. Full
 * jitter (AWS, "Exponential Backoff and Jitter", 2015) from the plan's seed, so that a resumed run decides alike.
 */
export function nextAttempt(state: RunState, call: FailedCall, failure: Failure, now: number): NextAttempt {
  if (failure.reason === 'stopped') return { retryAt: null }
  if (failure.reason === 'abandoned') return { retryAt: now }
  const end = stageEnd(state, call.stage)
  const again = repeatAt(state, call, failure, now)
  if (again !== null && again < end) return { retryAt: again }
  const fallback = now < end ? nextFallback(state, call, failure) : null
  return fallback ? { retryAt: now, nextModel: fallback.model } : { retryAt: null }
}

/** When the same model may be asked again; null when it may not. A server's Retry-After wins within reason. */
function repeatAt(state: RunState, call: FailedCall, failure: Failure, now: number): number | null {
  const before = failuresBefore(state, call)
  if (before >= Math.min(state.plan.limits.retries, repeatsOf(failure))) return null
  if (failure.retryAfterMs !== null) {
    return failure.retryAfterMs > MAX_RETRY_AFTER_MS ? null : now + failure.retryAfterMs
  }
  const seed = `${state.plan.seed}:${call.stage}:${call.seat}:retry:a${call.attempt}`
  return now + Math.round(seededRandom(seed)() * BASE_DELAY_MS * 2 ** before)
}

function repeatsOf({ reason, retryable, chars }: Failure): number {
  // a refusal is the model's whim as often as its rule, whatever the provider calls it
  if (!retryable && reason !== 'refused') return 0
  const repeats = REPEATS[reason] ?? 0
  return chars > 0 && reason === 'upstream_error' ? RESTARTS : repeats
}

/** Earlier failures of the same model in that seat and stage; a process that died was not its doing. */
function failuresBefore(state: RunState, { stage, seat, attempt, model }: FailedCall): number {
  return state.calls.filter(
    (call) =>
      call.stage === stage &&
      call.seat === seat &&
      call.attempt < attempt &&
      call.model === model &&
      call.status === 'failed' &&
      call.reason !== 'abandoned',
  ).length
}
