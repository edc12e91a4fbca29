import { AppError } from '../../core/kernel/errors.ts'
import type { PriceTag } from '../../core/pricing/price.ts'
import type { Ctx } from '../context.ts'
import { parseInput } from '../parse.ts'
import { getModel, type ListedModel } from './list.ts'
import { type ModelEditInput, modelEdit } from './update.schema.ts'

/**
 * Changes what the installation thinks of a model; for its operator alone (FORBIDDEN). A price given here stands before
 * every list's, null takes it back.
 */
export async function updateModel(
  ctx: Ctx<'models' | 'catalogue' | 'clock'>,
  id: string,
  input: ModelEditInput,
): Promise<ListedModel> {
  if (ctx.actor.kind !== 'operator') throw new AppError('FORBIDDEN', 'Only the operator changes the catalogue.')
  const { price, active, chairmanCapable, ...defaults } = parseInput(modelEdit, input)
  const edit = { ...defaults, price: price && tagOf(price), isActive: active, isChairmanCapable: chairmanCapable }
  const isThere = await ctx.catalogue.edit(id, edit, ctx.clock.now())
  if (!isThere) throw new AppError('NOT_FOUND', 'There is no such model.')
  return getModel(ctx, id)
}

function tagOf(price: {
  inputUsdPerMillion: number
  outputUsdPerMillion: number
  cachedInputUsdPerMillion: number | null
  reasoningUsdPerMillion: number | null
}): PriceTag {
  return {
    input: price.inputUsdPerMillion,
    output: price.outputUsdPerMillion,
    cachedInput: price.cachedInputUsdPerMillion,
    reasoning: price.reasoningUsdPerMillion,
    longContext: null,
  }
}
