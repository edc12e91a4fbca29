import { seededRandom } from '../kernel/random.ts'
import type { CallState } from './state.ts'
import type { FailureReason, RunLimits } from './types.ts'

const BASE_DELAY_MS = 1_000
const MAX_RETRY_AFTER_MS = 30_000

/** Ends that are not the model's doing and do not use up its retry. */
const UNCOUNTED: ReadonlySet<FailureReason> = new Set(['abandoned'])

type Failure = { reason: FailureReason; retryable: boolean; retryAfterMs: number | null }

/**
 * When a failed seat may start again, in Unix milliseconds; null when it may not. Full jitter (AWS, "Exponential Backoff
 * and Jitter", 2015) from a seed, so that a resumed run decides alike; a server's Retry-After wins within reason.
 */
export function retryAt(
  failure: Failure,
  earlier: readonly CallState[],
  options: { limits: RunLimits; now: number; seed: string },
): number | null {
  if (failure.reason === 'abandoned') return options.now
  if (!failure.retryable) return null
  const failures = earlier.filter(
    (call) => call.status === 'failed' && !UNCOUNTED.has(call.reason ?? 'upstream_error'),
  ).length
  if (failures >= options.limits.retries) return null
  if (failure.retryAfterMs !== null) {
    return failure.retryAfterMs > MAX_RETRY_AFTER_MS ? null : options.now + failure.retryAfterMs
  }
  const spread = BASE_DELAY_MS * 2 ** failures
  return options.now + Math.round(seededRandom(`${options.seed}:retry:${failures}`)() * spread)
}
