import type { Route } from 'next'
import type { SeatId } from '@/lib/core/council/types.ts'

/** What a thread is about: the final answer of a run (`seat` null), or the answer of one of its members. */
export type Message = { runId: string; seat: SeatId | null }

/** A thread as the message that it is about shows it. */
export type ThreadMark = Message & {
  id: string
  title: string
  /** Questions asked in it. */
  questions: number
}

export function isSameMessage(a: Message, b: Message): boolean {
  return a.runId === b.runId && a.seat === b.seat
}

/** A conversation alone; with a turn, on the path that leads through it, and there. */
export function conversationHref(id: string, turnId?: string): Route {
  return `/c/${id}${turnId === undefined ? '' : `?${new URLSearchParams({ turn: turnId })}#${turnId}`}` as Route
}

/** A conversation with one of its threads beside it. */
export function threadHref(conversationId: string, threadId: string): Route {
  return `/c/${conversationId}?${new URLSearchParams({ thread: threadId })}` as Route
}

/** A conversation with an empty thread about a message beside it. */
export function replyHref(conversationId: string, { runId, seat }: Message): Route {
  return `/c/${conversationId}?${new URLSearchParams({ reply: runId, ...(seat === null ? {} : { seat }) })}` as Route
}
