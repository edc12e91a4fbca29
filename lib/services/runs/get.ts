import type { RunState } from '../../core/council/state.ts'
import { AppError } from '../../core/kernel/errors.ts'
import type { Ctx } from '../context.ts'
import { stateOf } from './engine.ts'

/** A run as it stands: from memory where it is driven here, else from the store. Another tenant's run does not exist. */
export async function getRun(ctx: Ctx<'runs' | 'engine'>, runId: string): Promise<RunState> {
  const { tenantId } = ctx.actor
  const hub = ctx.engine.hub(tenantId, runId)
  if (hub) return hub.state()
  const stored = await ctx.runs.get(tenantId, runId)
  if (!stored) throw new AppError('NOT_FOUND', 'There is no such run.')
  return stateOf(stored)
}
