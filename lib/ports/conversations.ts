import type {
  Conversation,
  ConversationChange,
  ConversationFilter,
  ConversationSummary,
  SearchHit,
} from '../core/conversations/types.ts'

/** What came of an edit: done, nothing there, or somebody else was first (with what they left). */
export type EditOutcome =
  | { outcome: 'updated'; conversation: ConversationSummary }
  | { outcome: 'missing' }
  | { outcome: 'conflict'; conversation: ConversationSummary }

/** Conversations as people keep them; runs create them. What is removed is hidden from everything but `removed` and `restore`. */
export interface ConversationStore {
  get(tenantId: string, id: string): Promise<Conversation | null>
  /** Newest first by last activity. `before` is the last row of the page before. */
  list(
    tenantId: string,
    page: { limit: number; before: { updatedAt: number; id: string } | null; filter: ConversationFilter },
  ): Promise<ConversationSummary[]>
  /** At most `limit` conversations with all of the words, best first; words match from their beginning. */
  search(tenantId: string, query: string, limit: number): Promise<SearchHit[]>
  /** Changes what is given at once, only while the version is `expected` (null: whatever it is). */
  update(
    tenantId: string,
    id: string,
    edit: { change: ConversationChange; at: number; expected: number | null },
  ): Promise<EditOutcome>
  /** Hides it and answers which of its runs are live; null when it is not there. A second time changes nothing. */
  remove(tenantId: string, id: string, at: number): Promise<{ liveRuns: string[] } | null>
  /** What `remove` hid, by its title; null when it is not there or not hidden. */
  removed(tenantId: string, id: string): Promise<{ title: string } | null>
  /** Undoes `remove`; null when it was never there. One that is not removed stays as it is. */
  restore(tenantId: string, id: string): Promise<ConversationSummary | null>
}
