const PREFIX = 'draft:'
const listeners = new Set<() => void>()
/** Takes over where the browser refuses storage. */
const memory = new Map<string, string>()

/** The unsent text under `key`; null when nothing was ever written there. */
export function readDraft(key: string): string | null {
  try {
    return sessionStorage.getItem(PREFIX + key)
  } catch {
    return memory.get(key) ?? null
  }
}

/** Keeps `text` for this tab, over reloads and failed sends, until it is written over. */
export function writeDraft(key: string, text: string): void {
  store(key, text)
  for (const listener of listeners) listener()
}

/** Drops the text of a question that was taken. The page is about to leave: its box must not shrink before it does. */
export function dropDraft(key: string): void {
  store(key, '')
}

function store(key: string, text: string): void {
  try {
    sessionStorage.setItem(PREFIX + key, text)
  } catch {
    memory.set(key, text)
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
