/** A long text that was pasted: kept beside the box, sent with the question. */
export type Piece = { id: string; text: string }

/** What is written and not sent. */
export type Draft = { text: string; pieces: Piece[] }

export const NO_DRAFT: Draft = { text: '', pieces: [] }

const PREFIX = 'draft:'
const listeners = new Set<() => void>()
/** The last stored text of each draft and what it said, so that an unchanged draft is the same object. */
const read = new Map<string, { stored: string | null; draft: Draft | null }>()
/** Takes over where the browser refuses storage. */
const memory = new Map<string, string>()

/** The unsent question under `key`; null when nothing was ever written there. */
export function readDraft(key: string): Draft | null {
  const before = read.get(key)
  const stored = load(key)
  if (before && before.stored === stored) return before.draft
  const draft = parse(stored)
  read.set(key, { stored, draft })
  return draft
}

/** Keeps `draft` for this tab, over reloads and failed sends, until it is written over. */
export function writeDraft(key: string, draft: Draft): void {
  store(key, draft)
  for (const listener of listeners) listener()
}

/** Drops the draft of a question that was taken. The page is about to leave: its box must not shrink before it does. */
export function dropDraft(key: string): void {
  store(key, NO_DRAFT)
}

function store(key: string, draft: Draft): void {
  const stored = JSON.stringify(draft)
  try {
    sessionStorage.setItem(PREFIX + key, stored)
    memory.delete(key)
  } catch {
    memory.set(key, stored)
  }
}

function load(key: string): string | null {
  try {
    return memory.get(key) ?? sessionStorage.getItem(PREFIX + key)
  } catch {
    return null
  }
}

function parse(stored: string | null): Draft | null {
  if (stored === null) return null
  try {
    const { text, pieces } = JSON.parse(stored) as Partial<Draft>
    return typeof text === 'string' ? { text, pieces: Array.isArray(pieces) ? pieces : [] } : null
  } catch {
    return null
  }
}

/** Calls `listener` after every change made in this page; answers how to stop. */
export function subscribeToDrafts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Where the composer of a conversation, or of a new one, keeps its text. */
export function draftKey(conversationId?: string): string {
  return conversationId ?? 'new'
}
