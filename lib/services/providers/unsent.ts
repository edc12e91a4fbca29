import type { Usage } from '../../core/council/types.ts'
import { ModelError } from '../../ports/models.ts'

/** Nothing was sent, so nothing is to be paid: known, not estimated. */
const NOTHING: Usage = { inputTokens: 0, outputTokens: 0, reasoningTokens: 0 }

/** Why a call did not go out: its provider has been failing. */
export function providerDown(provider: string, retryAfterMs: number): ModelError {
  const message = `${provider} has been failing and is left alone for a while.`
  return new ModelError('provider_down', message, { retryable: true, retryAfterMs, usage: NOTHING })
}

/** Why a call did not go out: its provider wants the model to be asked less. */
export function heldBack(provider: string, retryAfterMs: number): ModelError {
  const message = `${provider} wants to be asked less.`
  return new ModelError('rate_limited', message, { retryable: true, retryAfterMs, usage: NOTHING })
}

/** Why a call did not go out: it was stopped before its turn. */
export function stoppedInQueue(): ModelError {
  const message = 'It was stopped while it waited for its turn.'
  return new ModelError('stopped', message, { retryable: false, usage: NOTHING })
}
