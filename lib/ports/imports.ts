import type { RunEvent } from '../core/council/events.ts'
import type { Plan, SeatId } from '../core/council/types.ts'
import type { RunEnd, StoredCall } from './runs.ts'

/** A run that has ended elsewhere, whole: its log, its calls and what its row says. */
export type EndedRun = {
  id: string
  sourceRunId: string | null
  plan: Plan
  createdAt: number
  events: RunEvent[]
  calls: StoredCall[]
  end: RunEnd
  takenSeat: SeatId | null
}

export type NewImport = {
  tenantId: string
  id: string
  title: string
  createdAt: number
  updatedAt: number
  /** What makes a second import of the same file the same conversation. */
  source: { id: string; hash: string }
  /** Fields of the file that no row holds; null where there are none. */
  raw: unknown
  /** The run that the shown path ends with; null for the newest. */
  activeRunId: string | null
  turns: { id: string; parentRunId: string | null; question: string; createdAt: number; runs: EndedRun[] }[]
}

export type ImportOutcome =
  | { outcome: 'created'; conversationId: string }
  /** The same source came before: this is the conversation it made, back again if it had been deleted. */
  | { outcome: 'exists'; conversationId: string }
  | { outcome: 'tenant_missing' }

/** Conversations that were not held here: stored in one step, never driven. */
export interface ImportStore {
  create(conversation: NewImport): Promise<ImportOutcome>
  /** The fields of the imported file that no row holds; null where there are none, also for another tenant's. */
  raw(tenantId: string, conversationId: string): Promise<unknown>
}
