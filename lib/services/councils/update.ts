import { AppError } from '../../core/kernel/errors.ts'
import type { Ctx } from '../context.ts'
import { parseInput } from '../parse.ts'
import { type Council, ownCouncil } from './council.ts'
import { noSuchCouncil, refusePreset } from './get.ts'
import { checkSeats } from './resolve.ts'
import { type CouncilInput, councilInput } from './seats.schema.ts'

/**
 * Replaces name and seats; runs that were asked keep theirs. With `ifVersion`, only while nobody else has: else
 * VERSION_CONFLICT, and `details.current` is the council as it stands.
 */
export async function updateCouncil(
  ctx: Ctx<'models' | 'engine' | 'councils' | 'clock'>,
  id: string,
  { ifVersion, ...input }: CouncilInput & { ifVersion: number | null },
): Promise<Council> {
  refusePreset(id)
  const { name, ...given } = parseInput(councilInput, input)
  const edit = { name, seats: checkSeats(ctx.models, given), at: ctx.clock.now(), expected: ifVersion }
  const done = await ctx.councils.update(ctx.actor.tenantId, id, edit)
  if (done.outcome === 'missing') throw noSuchCouncil()
  const council = ownCouncil(ctx, done.council)
  if (done.outcome === 'conflict') throw new AppError('VERSION_CONFLICT', undefined, { current: council })
  return council
}
