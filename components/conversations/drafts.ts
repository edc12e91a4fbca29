import { kept } from './kept.ts'

/** A long text that was pasted: kept beside the box, sent with the question. */
export type Piece = { id: string; text: string }

/** What is written and not sent. */
export type Draft = { text: string; pieces: Piece[] }

export const NO_DRAFT: Draft = { text: '', pieces: [] }

const drafts = kept<Draft | null>('draft:', () => sessionStorage, parse)

/** The unsent question under `key`; null when nothing was ever written there. */
export const readDraft = drafts.read

/** Keeps `draft` for this tab, over reloads and failed sends, until it is written over. */
export function writeDraft(key: string, draft: Draft): void {
  drafts.write(key, draft)
  drafts.announce()
}

/** Drops the draft of a question that was taken. The page is about to leave: its box must not shrink before it does. */
export function dropDraft(key: string): void {
  drafts.write(key, NO_DRAFT)
}

/** Calls `listener` after every change made in this page; answers how to stop. */
export const subscribeToDrafts = drafts.subscribe

/** Where the composer of a conversation, or of a new one, keeps its text. */
export function draftKey(conversationId?: string): string {
  return conversationId ?? 'new'
}

function parse(value: unknown): Draft | null {
  const { text, pieces } = (value ?? {}) as Partial<Draft>
  return typeof text === 'string' ? { text, pieces: Array.isArray(pieces) ? pieces : [] } : null
}
