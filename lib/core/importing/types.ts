import type { FileCall } from '../conversations/file.ts'
import type { RunEvent } from '../council/events.ts'
import type { Plan } from '../council/types.ts'

/** The council of a run that an importer wrote: `plan.council`. */
export const IMPORTED_COUNCIL = 'imported'

/** Where a file comes from, told by its shape. */
export const DIALECTS = [
  'llm-council',
  'original',
  'jacob-bd',
  'dmitrybmsk',
  'shreemulay',
  'amiable',
  'axcouncil',
  'jonathanteper',
] as const
export type Dialect = (typeof DIALECTS)[number]

/** A run that has ended, as its file tells it. `ref` and `sourceRef` name runs within the file only. */
export type ImportedRun = {
  ref: string
  sourceRef: string | null
  /** The member whose answer was taken as the final one. */
  takenSeat?: string | null
  createdAt: number
  plan: Plan
  events: RunEvent[]
  calls: FileCall[]
}

/** A conversation as its file tells it, before it has ids of its own. */
export type ImportedConversation = {
  dialect: Dialect
  /** Its id where it came from; null where the file names none. */
  sourceId: string | null
  title: string
  createdAt: number
  updatedAt: number
  /** Ref of the run that the shown path ends with; left out, the newest. */
  activeRef?: string | null
  turns: {
    question: string
    createdAt: number
    runs: ImportedRun[]
    /** Ref of the run that it was asked under; left out, the newest run of the turn before. */
    parentRef?: string | null
  }[]
  /** Fields that nothing above holds; null where there are none. */
  raw: unknown
  /** Where those fields are that mean nothing to us: `messages[].metadata.tool_outputs`. */
  notUnderstood: string[]
}
