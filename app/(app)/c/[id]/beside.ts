import 'server-only'
import { cache } from 'react'
import { type AboutMessage, aboutMessage } from '@/components/threads/about-message.ts'
import { isSameMessage, type Message, type ThreadMark } from '@/components/threads/address.ts'
import type { ThreadAnchor } from '@/lib/core/conversations/types.ts'
import { AppError } from '@/lib/core/kernel/errors.ts'
import { getConversation, listThreads } from '@/lib/services/conversations/index.ts'
import { getRun } from '@/lib/services/runs/index.ts'
import { visitorCtx } from '../../../visitor.ts'
import { findThread, type PageSearch, type Thread } from './thread.ts'

export type Beside = {
  about: AboutMessage
  /** Null for a thread that has not begun. */
  threadId: string | null
  turns: Thread['turns']
  threads: ThreadMark[]
}

/** The threads about messages of a conversation, oldest first. */
export const findMarks = cache(async (conversationId: string): Promise<ThreadMark[]> => {
  const ctx = await visitorCtx()
  return ctx ? listThreads(ctx, conversationId) : []
})

/** The thread that the address opens beside a conversation of the visitor; null where it names none, or none that is there. */
export async function findBeside(conversationId: string, { thread, reply, seat }: PageSearch): Promise<Beside | null> {
  if (typeof thread === 'string') return findBegun(conversationId, thread)
  if (typeof reply !== 'string') return null
  const message = { runId: reply, seat: typeof seat === 'string' ? seat : null }
  const about = await findMessage(conversationId, message)
  return about && { about, threadId: null, turns: [], threads: await threadsAbout(conversationId, message) }
}

/** What a thread is about and the title of its conversation, for its own page. */
export async function findAnchor(anchor: ThreadAnchor): Promise<{ about: AboutMessage; title: string } | null> {
  const ctx = await visitorCtx()
  const about = await findMessage(anchor.conversationId, anchor)
  return ctx && about && { about, title: (await getConversation(ctx, anchor.conversationId)).title }
}

async function findBegun(conversationId: string, threadId: string): Promise<Beside | null> {
  const thread = await findThread(threadId, null)
  if (thread?.about?.conversationId !== conversationId) return null
  const about = await findMessage(conversationId, thread.about)
  return about && { about, threadId, turns: thread.turns, threads: await threadsAbout(conversationId, thread.about) }
}

async function threadsAbout(conversationId: string, message: Message): Promise<ThreadMark[]> {
  return (await findMarks(conversationId)).filter((mark) => isSameMessage(mark, message))
}

async function findMessage(conversationId: string, { runId, seat }: Message): Promise<AboutMessage | null> {
  const ctx = await visitorCtx()
  const run = ctx && (await getRun(ctx, runId).catch(orNull))
  return run?.conversationId === conversationId ? aboutMessage(run, seat) : null
}

function orNull(error: unknown): null {
  if (error instanceof AppError && error.code === 'NOT_FOUND') return null
  throw error
}
