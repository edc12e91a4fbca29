import type { Cost, FailureReason, StageId } from '../council/types.ts'
import type { PriceUsed } from '../pricing/cost.ts'

export const LEDGER_STATUSES = ['open', 'completed', 'failed', 'abandoned'] as const
export type LedgerStatus = (typeof LEDGER_STATUSES)[number]

/** What a call was for: a seat of a run, or the title of a conversation. */
export type LedgerPurpose = 'run' | 'title'

/** One call that reached an upstream. Counts and cost are null where unknown, and while it is open. */
export type LedgerRow = {
  id: string
  purpose: LedgerPurpose
  runId: string | null
  conversationId: string
  /** Who asked; a title is the system's own. Null where it was not kept yet. */
  actor: { kind: 'guest' | 'operator' | 'system'; id: string | null } | null
  stage: StageId | null
  seat: string | null
  attempt: number
  provider: string
  model: string
  status: LedgerStatus
  reason: FailureReason | null
  inputTokens: number | null
  outputTokens: number | null
  /** The part of the input that came from the provider's cache, and of the output that nobody reads. */
  cachedTokens: number | null
  reasoningTokens: number | null
  /** Null where nobody knew one. */
  price: PriceUsed | null
  cost: Cost | null
  firstTokenMs: number | null
  startedAt: number
  endedAt: number | null
}

/** What calls come to, of those that have ended. */
export type LedgerSum = {
  calls: number
  /** Sums of known counts. `untold` calls did not say theirs: with any these are lower bounds. */
  inputTokens: number
  outputTokens: number
  cachedTokens: number
  reasoningTokens: number
  untold: number
  /** Pico-dollars of known costs, as a decimal string; a lower bound while `unpriced` is not 0. */
  picoUsd: string
  unpriced: number
  estimated: number
  free: number
}

export const USAGE_GROUPS = ['model', 'provider', 'day', 'stage'] as const
export type UsageGroup = (typeof USAGE_GROUPS)[number]
