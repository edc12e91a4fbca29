import type { AskRequest } from './ask-request.ts'
import type { Draft } from './drafts.ts'
import { kept } from './kept.ts'

/** A question that waits for its turn. */
export type Queued = {
  /** Also its Idempotency-Key: however many tabs send it, and however often, it is asked once. */
  key: string
  request: AskRequest
  /** What stood in the box, for editing. */
  draft: Draft
  queuedAt: number
  /** The newest run when it was queued; only a page that shows this run or a later one may send it. */
  after: string
  /** By hand: goes out whatever came of the run before. */
  isUrgent: boolean
  /** Why it was not taken; it then waits for the hand. */
  problem: string | null
  /** The run it has become. It stays until that run is on the page. */
  runId: string | null
}

const PREFIX = 'queue:'
const EMPTY: readonly Queued[] = []
const queues = kept<readonly Queued[]>(PREFIX, () => localStorage, parse)

/** What waits in a conversation, the next one first. Kept by the browser for all its tabs, over reloads. */
export const readQueue = queues.read

/** Puts a question at the end. */
export function addQueued(conversationId: string, item: Queued): void {
  write(conversationId, [...readQueue(conversationId), item])
}

/** Takes a question out: edited, dropped, or asked and on the page. */
export function removeQueued(conversationId: string, key: string): void {
  write(
    conversationId,
    readQueue(conversationId).filter((item) => item.key !== key),
  )
}

/** Puts a question first and lets it go out as soon as nothing runs. */
export function hurryQueued(conversationId: string, key: string): void {
  const items = readQueue(conversationId)
  const item = items.find((candidate) => candidate.key === key)
  if (!item) return
  write(conversationId, [{ ...item, isUrgent: true, problem: null }, ...items.filter((other) => other !== item)])
}

/** Keeps a question until somebody sends it by hand, with the reason. */
export function holdQueued(conversationId: string, key: string, problem: string): void {
  change(conversationId, key, (item) => (item.runId === null ? { ...item, isUrgent: false, problem } : item))
}

/** Notes the run a question has become; what waits behind it now waits for that run. */
export function acceptQueued(conversationId: string, key: string, accepted: { runId: string; now: number }): void {
  const { runId, now } = accepted
  const items = readQueue(conversationId)
  if (!items.some((item) => item.key === key)) return
  write(
    conversationId,
    items.map((item) => (item.key === key ? { ...item, runId } : { ...item, after: runId, queuedAt: now })),
  )
}

/** Calls `listener` after every change, in this tab or another; answers how to stop. */
export function subscribeToQueues(listener: () => void): () => void {
  const changed = ({ key }: StorageEvent) => (key === null || key.startsWith(PREFIX)) && listener()
  const stop = queues.subscribe(listener)
  window.addEventListener('storage', changed)
  return () => {
    stop()
    window.removeEventListener('storage', changed)
  }
}

/** Calls `listener` after another tab has changed this queue; answers how to stop. */
export function subscribeToOtherTabs(conversationId: string, listener: () => void): () => void {
  const changed = ({ key }: StorageEvent) => key === PREFIX + conversationId && listener()
  window.addEventListener('storage', changed)
  return () => window.removeEventListener('storage', changed)
}

function change(conversationId: string, key: string, to: (item: Queued) => Queued): void {
  write(
    conversationId,
    readQueue(conversationId).map((item) => (item.key === key ? to(item) : item)),
  )
}

function write(conversationId: string, items: readonly Queued[]): void {
  queues.write(conversationId, items.length > 0 ? items : undefined)
  queues.announce()
}

function parse(value: unknown): readonly Queued[] {
  return Array.isArray(value) && value.length > 0 ? value.filter(isQueued) : EMPTY
}

/** Another version of the product may have left something else there. */
function isQueued(item: Partial<Queued> | null): item is Queued {
  return (
    typeof item?.key === 'string' &&
    typeof item.after === 'string' &&
    typeof item.request?.question === 'string' &&
    typeof item.draft?.text === 'string'
  )
}
