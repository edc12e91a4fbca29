import { AppError } from '../../core/kernel/errors.ts'
import { sha256Hex } from '../../core/stats/sha256.ts'
import type { Ctx } from '../context.ts'
import { parseInput } from '../parse.ts'
import { type Council, ownCouncil } from './council.ts'
import { checkSeats } from './resolve.ts'
import { type CouncilInput, councilInput } from './seats.schema.ts'

/** Councils that one tenant keeps at most. */
export const COUNCILS_MAX = 50

/** Keeps a council. The same `idempotencyKey` with the same input answers the council it made before. */
export async function createCouncil(
  ctx: Ctx<'models' | 'engine' | 'councils' | 'clock' | 'ids'>,
  { idempotencyKey, ...input }: CouncilInput & { idempotencyKey?: string | undefined },
): Promise<Council> {
  const { name, ...given } = parseInput(councilInput, input)
  const seats = checkSeats(ctx.models, given)
  const made = await ctx.councils.create({
    ...{ id: ctx.ids.next('council'), tenantId: ctx.actor.tenantId, name, seats, at: ctx.clock.now() },
    idempotency: idempotencyKey ? { key: idempotencyKey, bodyHash: sha256Hex(JSON.stringify([name, seats])) } : null,
    limit: COUNCILS_MAX,
  })
  switch (made.outcome) {
    case 'created':
    case 'repeated':
      return ownCouncil(ctx, made.council)
    case 'key_mismatch':
      throw new AppError('IDEMPOTENCY_MISMATCH', undefined, { param: 'Idempotency-Key' })
    case 'full':
      throw new AppError('CONFLICT', `You keep ${COUNCILS_MAX} councils, which is the most. Delete one first.`)
    case 'tenant_missing':
      throw new AppError('UNAUTHENTICATED', 'This guest is not known here any more.')
  }
}
