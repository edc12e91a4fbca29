import { finalAnswer, hasEnded, memberAnswers } from '../../core/council/select.ts'
import type { RunState } from '../../core/council/state.ts'
import type { SeatId } from '../../core/council/types.ts'
import { AppError, invalidField } from '../../core/kernel/errors.ts'
import type { Ctx } from '../context.ts'
import { getRun } from './get.ts'

/** Makes one member's answer the final one (`seat`), or the verdict again (null). Nothing is written anew or lost. */
export async function takeAnswer(
  ctx: Ctx<'runs' | 'branches' | 'engine'>,
  { runId, seat }: { runId: string; seat: SeatId | null },
): Promise<RunState> {
  const state = await getRun(ctx, runId)
  if (!hasEnded(state)) throw new AppError('CONFLICT', 'The run is still going on. Stop it, or wait for its end.')
  const taken = memberAnswers(state).find((answer) => answer.seat === seat)
  if (seat !== null && !taken) throw invalidField('seat', 'That seat has no finished answer in this run.')
  const answer = taken?.text ?? finalAnswer({ ...state, takenSeat: null })?.text ?? null
  if (!(await ctx.branches.take(ctx.actor.tenantId, runId, { seat, answer }))) throw new AppError('NOT_FOUND')
  ctx.engine.forget(runId)
  return { ...state, takenSeat: seat }
}
