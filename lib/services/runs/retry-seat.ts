import { canRejoin, hasEnded } from '../../core/council/select.ts'
import type { RunState } from '../../core/council/state.ts'
import type { SeatId, StageId } from '../../core/council/types.ts'
import { AppError } from '../../core/kernel/errors.ts'
import type { Ctx } from '../context.ts'
import { getRun } from './get.ts'

/** Asks a failed seat once more while its stage is open. Later, a sibling run (`continueRun`) is the way. */
export async function retrySeat(
  ctx: Ctx<'runs' | 'engine'>,
  { runId, stage, seat }: { runId: string; stage: StageId; seat: SeatId },
): Promise<RunState> {
  const state = await getRun(ctx, runId)
  if (hasEnded(state)) throw new AppError('CONFLICT', 'The run has ended. Go on from it: continue, from failed_seats.')
  if (!state.plan.seats.some((it) => it.id === seat)) throw new AppError('NOT_FOUND', 'The run has no such seat.')
  if (!canRejoin(state, stage, seat))
    throw new AppError('CONFLICT', 'The seat has not failed, or its stage is over. Wait for the end of the run.')
  if (!ctx.engine.retrySeat(runId, stage, seat))
    throw new AppError('CONFLICT', 'Another server answers this run. Retry when it has ended.')
  return getRun(ctx, runId)
}
