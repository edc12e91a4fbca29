import { AppError } from '../../core/kernel/errors.ts'
import type { Ctx } from '../context.ts'
import { ownCouncil } from './council.ts'
import { noSuchCouncil, refusePreset } from './get.ts'

/** Removes a council for good; runs that were asked keep their seats. With `ifVersion`, only while nobody has changed it. */
export async function removeCouncil(
  ctx: Ctx<'models' | 'engine' | 'councils'>,
  id: string,
  { ifVersion }: { ifVersion: number | null },
): Promise<void> {
  refusePreset(id)
  const done = await ctx.councils.remove(ctx.actor.tenantId, id, ifVersion)
  if (done.outcome === 'missing') throw noSuchCouncil()
  if (done.outcome === 'conflict') {
    throw new AppError('VERSION_CONFLICT', undefined, { current: ownCouncil(ctx, done.council) })
  }
}
