import type { Conversation, ConversationSummary } from '../core/conversations/types.ts'
import type { HistoryTurn } from '../core/council/types.ts'

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
