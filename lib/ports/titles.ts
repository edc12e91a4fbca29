import type { Cost, FailureReason, Usage } from '../core/council/types.ts'
import type { PriceUsed } from '../core/pricing/cost.ts'

/** A conversation whose title is still to be written. */
export type DueTitle = { tenantId: string; conversationId: string }

/** What a title is written from: the first question that was answered, its answer, and which models took part. */
export type TitleTask = { question: string; answer: string; models: string[]; attempts: number }

/** One request for a title. `usage` and `cost` are estimates until it has ended. */
export type TitleCall = {
  attempt: number
  model: string
  prompt: string
  usage: Usage
  cost: Cost
  /** What the ledger keeps beside the call; null where nobody knew a price. */
  price?: PriceUsed | null
  at: number
}

/** How one request ended; `title` is null where it brought none. */
export type TitleEnd = {
  attempt: number
  text: string
  title: string | null
  reason: FailureReason | null
  usage: Usage
  cost: Cost
  price?: PriceUsed | null
  at: number
  /** True when nothing more will be tried: the title stays what it is then. */
  isSettled: boolean
}

/** Titles that write themselves; their requests are in the ledger. They move no conversation in a list and raise no version. */
export interface TitleStore {
  /** Titles of conversations that were active since `since` and wait to be written, newest first. */
  due(since: number, limit: number): Promise<DueTitle[]>
  /** Null when there is nothing to write: it is written, a person gave one, or the conversation was removed. */
  task(due: DueTitle): Promise<TitleTask | null>
  /** Stores a request before it is made and closes earlier ones as abandoned. False when it is not to be made. */
  begin(due: DueTitle, call: TitleCall): Promise<boolean>
  /** Closes the request and writes its title, unless a person gave one meanwhile. False when it is not open any more. */
  end(due: DueTitle, end: TitleEnd): Promise<boolean>
}
