import { offeredPresets, seatSingle } from '../../core/council/presets.ts'
import type { ModelInfo } from '../../ports/models.ts'
import type { Actor, Ports } from '../context.ts'
import {
  type Council,
  type CouncilPorts,
  ownCouncil,
  presetCandidates,
  presetCouncil,
  type Typical,
  typicalOf,
} from './council.ts'

/** The councils a person can ask: the presets, the default one marked, then their own, oldest first. Nobody has none of their own. */
export async function listCouncils(
  ctx: CouncilPorts & Pick<Ports, 'councils'> & { actor: Actor | null },
): Promise<Council[]> {
  const own = ctx.actor ? await ctx.councils.list(ctx.actor.tenantId) : []
  return [
    ...offeredPresets(presetCandidates(ctx.models)).map((preset) => presetCouncil(ctx, preset)),
    ...own.map((stored) => ownCouncil(ctx, stored)),
  ]
}

/** Every model that can hold a seat. */
export function listModels(ports: Pick<Ports, 'models'>): ModelInfo[] {
  return ports.models.list()
}

/** What one model alone usually takes. */
export function typicalOfModel(ports: CouncilPorts, model: ModelInfo): Typical {
  return typicalOf(ports, seatSingle(model))
}
