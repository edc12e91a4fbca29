import type { RunStatus } from '../council/state.ts'
import type { SeatId } from '../council/types.ts'

/** What programs keep with a conversation: flat, small and theirs. */
export type Metadata = Record<string, string | number | boolean>

/** One line of a list of conversations. */
export type ConversationSummary = {
  id: string
  title: string
  /** True once a person has given the title. */
  isTitleEdited: boolean
  createdAt: number
  /** Last question or answer; edits do not move it. */
  updatedAt: number
  /** True while any of its runs is live. */
  isRunning: boolean
  pinnedAt: number | null
  archivedAt: number | null
  favouriteAt: number | null
  /** Counts edits from 1; runs do not raise it. */
  version: number
  metadata: Metadata
  /** Questions and the answers given to them, sibling runs included. */
  messageCount: number
  /** Sum over the runs that have ended; null where any of them is unknown. */
  totalTokens: number | null
  /** Sum of the known costs over the same in pico-dollars, as a decimal integer; null where none is known. */
  totalPicoUsd: string | null
  /** Calls whose price is unknown; the sum is then a lower bound. */
  unpricedCalls: number
}

/** What a line of the sidebar shows and needs; little, because every page carries fifty of them. */
export type ListedConversation = Pick<
  ConversationSummary,
  'id' | 'title' | 'updatedAt' | 'isRunning' | 'pinnedAt' | 'archivedAt' | 'favouriteAt' | 'version'
>

/** What may be changed about a conversation; what is absent stays. `metadata` is replaced as a whole. */
export type ConversationChange = {
  title?: string | undefined
  pinned?: boolean | undefined
  archived?: boolean | undefined
  favourite?: boolean | undefined
  metadata?: Metadata | undefined
}

/** Which conversations a list holds; null does not choose. */
export type ConversationFilter = {
  archived: boolean | null
  pinned: boolean | null
  favourite: boolean | null
  /** Words, or beginnings of words, of the title. */
  title: string | null
  /** Entries that the metadata has, compared as text. */
  metadata: Record<string, string>
}

/** Everything that is not archived, as lists show it unless asked otherwise. */
export const CURRENT: ConversationFilter = {
  archived: false,
  pinned: null,
  favourite: null,
  title: null,
  metadata: {},
}

/** A question with its sibling runs. */
export type TurnRuns = {
  id: string
  /** The run under whose answer it was asked; null at the beginning. */
  parentRunId: string | null
  question: string
  createdAt: number
  /** Sibling runs of this turn, oldest first. */
  runs: { id: string; status: RunStatus; createdAt: number }[]
}

/** The message that a thread is about: a run's final answer, or the answer of one of its seats. */
export type ThreadAnchor = { conversationId: string; runId: string; seat: SeatId | null }

/** A conversation with its turns of all branches, oldest first. */
export type Conversation = ConversationSummary & {
  turns: TurnRuns[]
  /** Where the shown path ends; null where nothing was ever chosen. */
  activeRunId: string | null
  /** Set for a thread, which no list shows. */
  thread: ThreadAnchor | null
  /** True while the title is the first words and one is to be written. */
  isTitleDue: boolean
}

/** A piece of found text, and whether it is what was looked for. */
export type SnippetPart = { text: string; isMatch: boolean }

/** A conversation that was found, by the best of its title, questions and answers. */
export type SearchHit = {
  conversationId: string
  title: string
  updatedAt: number
  isArchived: boolean
  foundIn: 'title' | 'question' | 'answer'
  /** The turn that was found; null where it was the title. */
  turnId: string | null
  snippet: SnippetPart[]
}
