import type { RunState } from '../../core/council/state.ts'
import { AppError } from '../../core/kernel/errors.ts'
import type { Ctx } from '../context.ts'
import { getRun } from './get.ts'

/** Stops a run: what there is stays. A run that has ended is left as it is. Seen by its driver wherever it runs. */
export async function cancelRun(ctx: Ctx<'runs' | 'engine'>, runId: string): Promise<RunState> {
  await stopRun(ctx, runId)
  return getRun(ctx, runId)
}

/** The same without reading it afterwards, for a run that nobody may see any more. */
export async function stopRun(ctx: Ctx<'runs' | 'engine'>, runId: string): Promise<void> {
  if (!(await ctx.runs.requestCancel(ctx.actor.tenantId, runId)))
    throw new AppError('NOT_FOUND', 'There is no such run.')
  ctx.engine.stop(runId)
}
