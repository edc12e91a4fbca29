import { hasEnded } from '../../core/council/select.ts'
import type { RunState } from '../../core/council/state.ts'
import { AppError } from '../../core/kernel/errors.ts'
import type { StoredRun } from '../../ports/runs.ts'
import type { Ctx } from '../context.ts'
import { stateOf } from './engine.ts'
import type { Hub } from './hub.ts'

/**
 * A run as it stands: from memory while it is driven here, else from the store. Another tenant's run does not exist, nor
 * does one whose conversation was removed.
 */
export async function getRun(ctx: Ctx<'runs' | 'engine'>, runId: string): Promise<RunState> {
  return liveHub(ctx, runId)?.state() ?? stateOf(await readVisible(ctx, runId))
}

/** The hub of a run that is still going on here. One that has ended is read from the store, which knows if it was removed. */
export function liveHub({ engine, actor }: Ctx<'engine'>, runId: string): Hub | null {
  const hub = engine.hub(actor.tenantId, runId)
  return hub && !hasEnded(hub.state()) ? hub : null
}

/** The stored run, or NOT_FOUND. */
export async function readVisible({ runs, actor }: Ctx<'runs'>, runId: string): Promise<StoredRun> {
  const stored = await runs.get(actor.tenantId, runId)
  if (!stored || stored.isRemoved) throw new AppError('NOT_FOUND', 'There is no such run.')
  return stored
}
