import { NO_TOKENS } from '../../core/pricing/charged.ts'
import { ModelError } from '../../ports/models.ts'

/** Why a call did not go out: its provider has been failing. */
export function providerDown(provider: string, retryAfterMs: number): ModelError {
  const message = `${provider} has been failing and is left alone for a while.`
  return new ModelError('provider_down', message, { retryable: true, retryAfterMs, usage: NO_TOKENS })
}

/** Why a call did not go out: its provider wants the model to be asked less. */
export function heldBack(provider: string, retryAfterMs: number): ModelError {
  const message = `${provider} wants to be asked less.`
  return new ModelError('rate_limited', message, { retryable: true, retryAfterMs, usage: NO_TOKENS })
}

/** Why a call did not go out: it was stopped before its turn. */
export function stoppedInQueue(): ModelError {
  const message = 'It was stopped while it waited for its turn.'
  return new ModelError('stopped', message, { retryable: false, usage: NO_TOKENS })
}
