import { PRESETS } from '../../core/council/presets.ts'
import { AppError } from '../../core/kernel/errors.ts'
import type { Ctx } from '../context.ts'
import { type Council, type CouncilPorts, ownCouncil, presetCandidates, presetCouncil } from './council.ts'

/** A preset or a council of one's own. Another tenant's does not exist. */
export async function getCouncil(ctx: Ctx<keyof CouncilPorts | 'councils'>, id: string): Promise<Council> {
  if (isPreset(id) && presetCandidates(ctx.models).length > 0) return presetCouncil(ctx, PRESETS[id])
  const stored = await ctx.councils.get(ctx.actor.tenantId, id)
  if (!stored) throw noSuchCouncil()
  return ownCouncil(ctx, stored)
}

/** The answer to everything that is not there, or not yours. */
export function noSuchCouncil(): AppError {
  return new AppError('NOT_FOUND', 'There is no such council.')
}

/** Presets are the same for everybody. */
export function refusePreset(id: string): void {
  if (isPreset(id)) throw new AppError('FORBIDDEN', 'A preset cannot be changed. Keep a council of your own instead.')
}

function isPreset(id: string): id is keyof typeof PRESETS {
  return Object.hasOwn(PRESETS, id)
}
