import type { ModelInfo } from '../../ports/models.ts'
import type { Ctx } from '../context.ts'
import { type Council, councilsOf } from './resolve.ts'

export { type Council, resolveSeating, typicalDuration } from './resolve.ts'

/** The councils a person can ask, the default one marked. */
export function listCouncils(ctx: Ctx<'models'>): Council[] {
  return councilsOf(ctx.models)
}

/** Every model that can hold a seat. */
export function listModels(ctx: Ctx<'models'>): ModelInfo[] {
  return ctx.models.list()
}
