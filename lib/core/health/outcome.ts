import type { FailureReason } from '../council/types.ts'

/**
 * What the end of a call says of its provider. `fault`: it is its doing; `limited`: it wants to be asked less;
 * `misconfigured`: it does not let us in; `alive`: it answered, and the request was at fault; `neutral`: nothing.
 */
export type Outcome = 'ok' | 'fault' | 'limited' | 'misconfigured' | 'alive' | 'neutral'

const OUTCOMES: Record<FailureReason, Outcome> = {
  first_token_timeout: 'fault',
  idle_timeout: 'fault',
  call_timeout: 'fault',
  rate_limited: 'limited',
  unauthorized: 'misconfigured',
  unreachable: 'fault',
  upstream_error: 'fault',
  stream_cut: 'fault',
  empty: 'alive',
  refused: 'alive',
  too_long: 'alive',
  context_overflow: 'alive',
  unknown_model: 'alive',
  provider_down: 'neutral',
  stopped: 'neutral',
  abandoned: 'neutral',
  budget_reached: 'neutral',
}

/** What a failed call says of its provider. A status that is not worth repeating was the request's own fault. */
export function outcomeOf({ reason, retryable }: { reason: FailureReason; retryable: boolean }): Outcome {
  if (reason === 'upstream_error' && !retryable) return 'alive'
  // a quota that is used up does not come back by waiting
  if (reason === 'rate_limited' && !retryable) return 'misconfigured'
  return OUTCOMES[reason]
}

/** Whether an outcome counts for (`healthy`) or against (`unhealthy`) a provider's availability; null where neither. */
export function sideOf(outcome: Outcome): 'healthy' | 'unhealthy' | null {
  if (outcome === 'ok') return 'healthy'
  return outcome === 'fault' || outcome === 'misconfigured' ? 'unhealthy' : null
}
