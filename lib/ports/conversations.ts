import type { RunStatus } from '../core/council/state.ts'
import type { HistoryTurn } from '../core/council/types.ts'

export type ConversationSummary = {
  id: string
  title: string
  createdAt: number
  updatedAt: number
  /** True while any of its runs is live. */
  isRunning: boolean
}

export type TurnRuns = {
  id: string
  question: string
  createdAt: number
  /** Sibling runs of this turn, oldest first. */
  runs: { id: string; status: RunStatus; createdAt: number }[]
}

export type Conversation = ConversationSummary & { turns: TurnRuns[] }

/** Read side of conversations; runs create them. */
export interface ConversationStore {
  get(tenantId: string, id: string): Promise<Conversation | null>
  /** Newest first by last activity. `before` is the last row of the page before. */
  list(
    tenantId: string,
    page: { limit: number; before: { updatedAt: number; id: string } | null },
  ): Promise<ConversationSummary[]>
  /** Earlier questions with the answers that stand, oldest first, up to and without `beforeTurnId`. */
  history(tenantId: string, id: string, beforeTurnId: string | null): Promise<HistoryTurn[]>
}
