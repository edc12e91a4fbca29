import type { RunStatus } from '../council/state.ts'

/** One line of a list of conversations. */
export type ConversationSummary = {
  id: string
  title: string
  createdAt: number
  updatedAt: number
  /** True while any of its runs is live. */
  isRunning: boolean
}

/** A question with its sibling runs. */
export type TurnRuns = {
  id: string
  question: string
  createdAt: number
  /** Sibling runs of this turn, oldest first. */
  runs: { id: string; status: RunStatus; createdAt: number }[]
}

/** A conversation with its turns, oldest first. */
export type Conversation = ConversationSummary & { turns: TurnRuns[] }
