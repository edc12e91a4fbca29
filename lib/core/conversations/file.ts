import type { RunEvent } from '../council/events.ts'
import type { CallState, RunStatus } from '../council/state.ts'
import type { Plan, Quality } from '../council/types.ts'

export const FILE_FORMAT = 'llm-council.conversation'
export const FILE_VERSION = 1

/** A call of a run with its text. */
export type FileCall = Pick<
  CallState,
  | 'stage'
  | 'seat'
  | 'attempt'
  | 'model'
  | 'prompt'
  | 'status'
  | 'text'
  | 'usage'
  | 'cost'
  | 'reason'
  | 'startedAt'
  | 'endedAt'
>

/** A run that has ended. `status`, `quality` and `answer` are for readers; an import tells them from `events`. */
export type FileRun = {
  id: string
  source_run_id: string | null
  created_at: string
  status: RunStatus
  quality: Quality | null
  answer: string | null
  /** The member whose answer was taken as the final one; absent in older files. */
  taken_seat?: string | null
  plan: Plan
  events: RunEvent[]
  calls: FileCall[]
}

export type FileTurn = {
  id: string
  /** The run under whose answer it was asked; null at the beginning, absent in older files: the newest run before it. */
  parent_run_id?: string | null
  question: string
  created_at: string
  runs: FileRun[]
}

/** One conversation as a file: everything that is stored of it, for reading back. Times are RFC 3339 in UTC. */
export type ConversationFile = {
  format: typeof FILE_FORMAT
  version: typeof FILE_VERSION
  conversation: {
    id: string
    title: string
    created_at: string
    updated_at: string
    /** Fields of the file it was once imported from that nothing else here holds; null where there are none. */
    imported: unknown
    /** The run that the shown path ends with; absent in older files. */
    active_run_id?: string | null
    turns: FileTurn[]
  }
}
