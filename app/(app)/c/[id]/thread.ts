import 'server-only'
import { cache } from 'react'
import type { Siblings } from '@/components/runs/turn-tools.ts'
import { newestEnd, type PathStep, pathTo, shownPath } from '@/lib/core/conversations/path.ts'
import type { Conversation, ThreadAnchor } from '@/lib/core/conversations/types.ts'
import { hasEnded } from '@/lib/core/council/select.ts'
import type { RunState } from '@/lib/core/council/state.ts'
import { forViewers } from '@/lib/core/council/wire.ts'
import { AppError } from '@/lib/core/kernel/errors.ts'
import { NO_CALLS } from '@/lib/core/ledger/sum.ts'
import type { LedgerSum } from '@/lib/core/ledger/types.ts'
import { container } from '@/lib/runtime/door.ts'
import { getConversation } from '@/lib/services/conversations/index.ts'
import { sumsOfRuns } from '@/lib/services/ledger/index.ts'
import { getRun } from '@/lib/services/runs/index.ts'
import { visitorCtx } from '../../../visitor.ts'

/** A title that has not come by then will not come while somebody looks. */
const TITLE_MS = 120_000

export type ThreadTurn = {
  id: string
  run: RunState
  /** What it was charged; null while it goes on. */
  charged: LedgerSum | null
  versions: Siblings
  runs: Siblings
}
export type Thread = {
  title: string
  isTitleDue: boolean
  /** Set where it is a thread beside another conversation. */
  about: ThreadAnchor | null
  turns: ThreadTurn[]
}

/** What an address may ask of the page; everything else in it is ignored. */
export type PageSearch = Partial<Record<'turn' | 'thread' | 'reply' | 'seat', string | string[]>>

/** The address of a conversation's page. */
export type ThreadAddress = { params: Promise<{ id: string }>; searchParams: Promise<PageSearch> }

export async function threadAt({ params, searchParams }: ThreadAddress): Promise<Thread | null> {
  const { turn } = await searchParams
  return findThread((await params).id, typeof turn === 'string' ? turn : null)
}

/**
 * A conversation along the path that it shows, or the newest one through `turnId` (where a search had led), read once per
 * request; null for strangers and unknown ids.
 */
export const findThread = cache(async (id: string, turnId: string | null): Promise<Thread | null> => {
  const ctx = await visitorCtx()
  const conversation = ctx && (await getConversation(ctx, id).catch(orNull))
  if (!conversation) return null
  const path = pathThrough(conversation, turnId) ?? shownPath(conversation)
  const runs = await Promise.all(path.map((step) => getRun(ctx, step.run.id)))
  const isRecent = ctx.clock.now() - conversation.updatedAt < TITLE_MS
  const isTitleDue = conversation.isTitleDue && isRecent && (await container()).env.TITLE_MODEL !== 'off'
  const charges = await sumsOfRuns(
    ctx,
    runs.filter(hasEnded).map((run) => run.id),
  )
  const turns = path.map((step, i) => {
    const run = runs[i] as RunState
    return turnOf(step, forViewers(run), hasEnded(run) ? (charges.get(run.id) ?? NO_CALLS) : null)
  })
  return { title: conversation.title, isTitleDue, about: conversation.thread, turns }
})

function pathThrough(conversation: Conversation, turnId: string | null): PathStep[] | null {
  if (turnId === null || shownPath(conversation).some((step) => step.turn.id === turnId)) return null
  const run = conversation.turns.find((turn) => turn.id === turnId)?.runs.at(-1)
  return run ? pathTo(conversation.turns, newestEnd(conversation.turns, run.id)) : null
}

function turnOf({ turn, run: { id }, versions }: PathStep, run: RunState, charged: LedgerSum | null): ThreadTurn {
  const newestRuns = versions.map((version) => version.runs.at(-1)?.id ?? null)
  return {
    id: turn.id,
    run,
    charged,
    versions: siblings(
      newestRuns,
      versions.findIndex((version) => version.id === turn.id),
    ),
    runs: siblings(
      turn.runs.map((sibling) => sibling.id),
      turn.runs.findIndex((sibling) => sibling.id === id),
    ),
  }
}

function siblings(runIds: (string | null)[], at: number): Siblings {
  return { index: at + 1, total: runIds.length, previous: runIds[at - 1] ?? null, next: runIds[at + 1] ?? null }
}

function orNull(error: unknown): null {
  if (error instanceof AppError && error.code === 'NOT_FOUND') return null
  throw error
}
