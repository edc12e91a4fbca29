import 'server-only'
import { cache } from 'react'
import type { RunState } from '@/lib/core/council/state.ts'
import { forViewers } from '@/lib/core/council/wire.ts'
import { AppError } from '@/lib/core/kernel/errors.ts'
import { getConversation } from '@/lib/services/conversations/index.ts'
import { getRun } from '@/lib/services/runs/index.ts'
import { visitorCtx } from '../../../visitor.ts'

export type Thread = { title: string; turns: { id: string; run: RunState }[] }

/** A conversation with the newest run of each turn, read once per request. Strangers find nothing. */
export const readThread = cache(async (id: string): Promise<Thread> => {
  const ctx = await visitorCtx()
  if (!ctx) throw new AppError('NOT_FOUND')
  const { title, turns } = await getConversation(ctx, id)
  const newest = turns.flatMap((turn) => turn.runs.at(-1) ?? [])
  const runs = await Promise.all(newest.map((run) => getRun(ctx, run.id)))
  return { title, turns: runs.map((run) => ({ id: run.turnId, run: forViewers(run) })) }
})
