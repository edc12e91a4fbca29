import 'server-only'
import { cache } from 'react'
import type { ThreadAnchor } from '@/lib/core/conversations/types.ts'
import type { RunState } from '@/lib/core/council/state.ts'
import { forViewers } from '@/lib/core/council/wire.ts'
import { AppError } from '@/lib/core/kernel/errors.ts'
import { getConversation } from '@/lib/services/conversations/index.ts'
import { getRun } from '@/lib/services/runs/index.ts'
import { visitorCtx } from '../../../visitor.ts'

export type Thread = { title: string; about: ThreadAnchor | null; turns: { id: string; run: RunState }[] }

/** A conversation with the newest run of each turn, read once per request; null for strangers and unknown ids. */
export const findThread = cache(async (id: string): Promise<Thread | null> => {
  const ctx = await visitorCtx()
  const conversation = ctx && (await getConversation(ctx, id).catch(orNull))
  if (!conversation) return null
  const newest = conversation.turns.flatMap((turn) => turn.runs.at(-1) ?? [])
  const runs = await Promise.all(newest.map((run) => getRun(ctx, run.id)))
  return {
    title: conversation.title,
    about: conversation.thread,
    turns: runs.map((run) => ({ id: run.turnId, run: forViewers(run) })),
  }
})

function orNull(error: unknown): null {
  if (error instanceof AppError && error.code === 'NOT_FOUND') return null
  throw error
}
