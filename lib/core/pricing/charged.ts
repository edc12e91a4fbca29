import type { Cost, FailureReason, Usage } from '../council/types.ts'
import type { Price } from './cost.ts'

/** What was neither read nor written: known, not estimated. */
export const NO_TOKENS: Usage = { inputTokens: 0, outputTokens: 0, reasoningTokens: 0 }

/** How a call failed; `retryable` where asking again may help. */
export type Failure = { reason: FailureReason; retryable: boolean }

/** `never`: nothing was generated. `maybe`: it may have been. `unless_refused`: not where its request was turned down for good. */
type Charged = 'never' | 'maybe' | 'unless_refused'

/** Whether a call that failed so, without a text and without a count, may still have been charged. */
const CHARGED: Record<FailureReason, Charged> = {
  unreachable: 'never',
  unauthorized: 'never',
  rate_limited: 'never',
  unknown_model: 'never',
  context_overflow: 'never',
  provider_down: 'never',
  budget_reached: 'never',
  upstream_error: 'unless_refused',
  first_token_timeout: 'maybe',
  idle_timeout: 'maybe',
  call_timeout: 'maybe',
  stream_cut: 'maybe',
  empty: 'maybe',
  refused: 'maybe',
  too_long: 'maybe',
  stopped: 'maybe',
  abandoned: 'maybe',
}

/** Whether a failed call is known to have cost nothing: it reached nobody, was turned down before a word, or never went out. */
export function isUncharged({ reason, retryable }: Failure, ended: { text: string; usage: Usage | null }): boolean {
  if (ended.text !== '') return false
  const { inputTokens = null, outputTokens = null, reasoningTokens = null } = ended.usage ?? {}
  if (inputTokens === 0 && outputTokens === 0) return true
  if (inputTokens !== null || outputTokens !== null || reasoningTokens !== null) return false
  const charged = CHARGED[reason]
  return charged === 'never' || (charged === 'unless_refused' && !retryable)
}

/** The cost of nothing, which needs no price to be known. */
export function noCost({ demo }: Pick<Price, 'demo'>): Cost {
  return { status: demo ? 'free' : 'priced', picoUsd: '0', estimated: false }
}
