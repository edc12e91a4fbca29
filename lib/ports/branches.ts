import type { HistoryTurn, SeatId } from '../core/council/types.ts'

/** A side conversation about one message. `seat` is null where it is about the final answer. */
export type ThreadSummary = {
  id: string
  title: string
  runId: string
  seat: SeatId | null
  createdAt: number
  /** Questions asked in it. */
  questions: number
}

/** The ways through a conversation: what was said on each, which one is shown, which answers were taken, what hangs beside. */
export interface BranchStore {
  /** Questions and the answers that stand on the way to `runId`, its own last, oldest first; empty where there is none. */
  history(tenantId: string, runId: string): Promise<HistoryTurn[]>
  /** Keeps where the shown path ends. False when the conversation has no such run. */
  show(tenantId: string, conversationId: string, runId: string): Promise<boolean>
  /** Sets the answer that stands of a run that has ended, and whose it is (null: the verdict). False when it is not there. */
  take(tenantId: string, runId: string, taken: { seat: SeatId | null; answer: string | null }): Promise<boolean>
  /** The threads about messages of a conversation, oldest first. */
  threads(tenantId: string, conversationId: string): Promise<ThreadSummary[]>
}
