import { type PathStep, pathTo, shownPath } from '../../core/conversations/path.ts'
import type { RunState } from '../../core/council/state.ts'
import { invalidField } from '../../core/kernel/errors.ts'
import type { Ctx } from '../context.ts'
import { getRun } from '../runs/index.ts'
import { getConversation } from './get.ts'

/** A question and the run that is shown as its answer. */
export type MessagePair = PathStep & { state: RunState }

/** Most turns of one page. */
export const TURNS_MAX = 50

/** Turns along one path, oldest first: the shown one, or the one that ends with `runId`. `after` is a turn's id. */
export async function listMessages(
  ctx: Ctx<'conversations' | 'runs' | 'engine'>,
  { id, runId, after, limit }: { id: string; runId: string | null; after: string | null; limit: number },
): Promise<{ data: MessagePair[]; next: string | null }> {
  const conversation = await getConversation(ctx, id)
  const path = runId === null ? shownPath(conversation) : pathTo(conversation.turns, runId)
  if (runId !== null && path.length === 0) throw invalidField('branch', 'There is no such run in this conversation.')
  const start = after === null ? 0 : path.findIndex((step) => step.turn.id === after) + 1
  if (after !== null && start === 0) throw invalidField('after', 'There is no such turn on this path.')
  const steps = path.slice(start, start + Math.min(limit, TURNS_MAX))
  const data = await Promise.all(steps.map(async (step) => ({ ...step, state: await getRun(ctx, step.run.id) })))
  const isMore = start + steps.length < path.length
  return { data, next: isMore ? (steps.at(-1)?.turn.id ?? null) : null }
}
