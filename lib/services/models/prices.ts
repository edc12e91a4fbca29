import { checkPrice, type PriceTag } from '../../core/pricing/price.ts'
import type { Catalogue, ModelFacts, OfferedModel } from '../../ports/catalogue.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import type { ModelInfo } from '../../ports/models.ts'
import type { ListedModel, PriceList } from '../../ports/price-list.ts'

type Deps = { catalogue: Catalogue; clock: Clock; log: Log }

const FREE: PriceTag = { input: 0, output: 0, cachedInput: null, reasoning: null, longContext: null }

/** A model as the catalogue keeps it. */
export function offeredOf({ id, provider, name, family, contextTokens }: ModelInfo): OfferedModel {
  return { id, provider, name, family: family ?? null, contextTokens }
}

/** Keeps what a list says of these models; a price that cannot be one is refused and the old one stays. Answers how many it knew. */
export async function notePrices(
  deps: Deps,
  list: PriceList,
  { models, signal }: { models: readonly ModelInfo[]; signal: AbortSignal },
): Promise<number> {
  const at = deps.clock.now()
  const real = models.filter((model) => !model.demo && !model.local).map(offeredOf)
  if (real.length === 0) return 0
  const facts = (await list.look(real, { at, signal })).map((listed) => accepted(deps.log, list, listed))
  if (facts.length > 0) await deps.catalogue.note(list.source, facts, at)
  return facts.filter(({ isListed }) => isListed !== false).length
}

/** What costs nothing: the built-in models, and those on the operator's own machines. */
export async function noteFree({ catalogue, clock }: Deps, models: readonly ModelInfo[]): Promise<void> {
  const free = (chosen: ModelInfo[]) => chosen.map(({ id }): ModelFacts => ({ id, price: FREE }))
  const demo = free(models.filter((model) => model.demo))
  const local = free(models.filter((model) => !model.demo && model.local))
  if (demo.length > 0) await catalogue.note('demo', demo, clock.now())
  if (local.length > 0) await catalogue.note('local', local, clock.now())
}

function accepted(log: Log, { source }: PriceList, { price, ...facts }: ListedModel): ModelFacts {
  const checked = checkPrice(price)
  if ('refused' in checked) log.info('catalogue.price_refused', { model: facts.id, source, field: checked.refused })
  return { ...facts, price: 'price' in checked ? checked.price : null }
}
