import type { RunEvent } from '../council/events.ts'
import type { RunState } from '../council/state.ts'

/** A run that has ended, with the log that it is folded from. */
export type ExportedRun = { state: RunState; events: RunEvent[] }

/** Everything there is of a conversation, for a renderer. */
export type ExportedConversation = {
  id: string
  title: string
  createdAt: number
  updatedAt: number
  /** What its own import could not turn into rows; null where there is nothing. */
  imported: unknown
  /** The run that the shown path ends with; null for the newest. */
  activeRunId: string | null
  /** Of all branches, oldest first. */
  turns: { id: string; parentRunId: string | null; question: string; createdAt: number; runs: ExportedRun[] }[]
}
