import type { Catalogue, CatalogueModel } from '../../ports/catalogue.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import type { ModelInfo, ModelRequest, Models } from '../../ports/models.ts'
import type { PriceList } from '../../ports/price-list.ts'
import { countedModels } from './counts.ts'
import { noteFree, notePrices, offeredOf } from './prices.ts'

const EVERY_MS = 60_000
/** The first pages of a new start have the database to themselves for so long, unless a price is missing. */
const BREATH_MS = 1_500
const never = new AbortController().signal

type Deps = {
  catalogue: Catalogue
  /** The list that every new model is looked up in. */
  seed: PriceList
  clock: Clock
  log: Log
}

export type Catalogued = {
  /** The models as the catalogue knows them: with prices and windows, without those that an operator has switched off. */
  models: Models
  /** The same catalogue; what is changed through it counts at once. */
  catalogue: Catalogue
  /** Reads the catalogue; from then on it is read, told what is offered, and given the figures each minute. */
  open(): Promise<void>
  /** Resolves when the work of this moment is stored; there is no more afterwards. */
  close(): Promise<void>
}

/** Models by the catalogue's copy in memory, so that listing them stays at once and no request waits for a query. */
export function catalogued(base: Models, deps: Deps): Catalogued {
  const { catalogue: store, clock, log } = deps
  const counted = countedModels(base, clock)
  let known = new Map<string, CatalogueModel>()
  let offered = ''
  let cancel = () => {}
  let isOpen = true
  let working: Promise<void> = Promise.resolve()

  async function reload() {
    const { models } = await store.read()
    known = new Map(models.map((model) => [model.id, model]))
  }

  async function tellOffers() {
    const models = base.list()
    const ids = JSON.stringify(models.map(offeredOf))
    if (ids === offered) return
    await store.offer(models.map(offeredOf), clock.now())
    await noteFree(deps, models)
    await notePrices(deps, deps.seed, { models, signal: never })
    offered = ids
  }

  async function storeCounts() {
    const counts = counted.take()
    await store.count(counts).catch((error: unknown) => {
      counted.putBack(counts)
      throw error
    })
  }

  /** Each minute; what fails is logged, and made good by the next. */
  async function round() {
    try {
      await tellOffers()
      await storeCounts()
      await reload()
    } catch (error) {
      log.error('catalogue.not_kept', error)
    }
    if (isOpen) cancel = clock.after(EVERY_MS, again)
  }
  const again = () => {
    working = round()
  }

  return {
    models: {
      list: () => base.list().flatMap((info) => enriched(info, known.get(info.id)) ?? []),
      stream: (request, sink, signal) => counted.stream(withDefaults(request, known.get(request.model)), sink, signal),
    },
    catalogue: reloading(store, { reload, tellOffers }),
    async open() {
      await reload()
      const isMissing = base.list().some(({ id, demo }) => !demo && !known.has(id))
      if (isMissing) again()
      else cancel = clock.after(BREATH_MS, again)
    },
    async close() {
      isOpen = false
      cancel()
      await working
      await storeCounts().catch((error: unknown) => log.error('catalogue.not_kept', error))
    },
  }
}

/** The model with what the catalogue says of it; null where it is switched off. What an adapter says itself stays where the catalogue says nothing. */
function enriched(info: ModelInfo, known: CatalogueModel | undefined): ModelInfo | null {
  if (!known) return info.demo ? { ...info, priceSource: 'demo' } : info
  if (!known.isActive) return null
  const { price, family, contextTokens, isChairmanCapable } = known
  return {
    ...info,
    ...(family === null ? {} : { family: info.family ?? family }),
    contextTokens: info.contextTokens ?? contextTokens,
    ...(isChairmanCapable === null ? {} : { chairmanCapable: isChairmanCapable }),
    ...(price && {
      inputUsdPerMillion: price.input,
      outputUsdPerMillion: price.output,
      cachedInputUsdPerMillion: price.cachedInput,
      reasoningUsdPerMillion: price.reasoning,
      longContext: price.longContext,
      priceSource: price.source,
    }),
  }
}

function withDefaults(request: ModelRequest, known: CatalogueModel | undefined): ModelRequest {
  if (!known || (known.defaultMaxTokens === null && known.defaultTemperature === null)) return request
  return {
    ...request,
    maxOutputTokens: request.maxOutputTokens ?? known.defaultMaxTokens,
    temperature: request.temperature ?? known.defaultTemperature,
  }
}

type Upkeep = { reload: () => Promise<void>; tellOffers: () => Promise<void> }

function reloading(store: Catalogue, { reload, tellOffers }: Upkeep): Catalogue {
  return {
    ...store,
    async note(source, facts, at) {
      await store.note(source, facts, at)
      await reload()
    },
    async edit(id, edit, at) {
      let isThere = await store.edit(id, edit, at)
      if (!isThere) {
        // offered since the last minute, or in the first moment of a start
        await tellOffers()
        isThere = await store.edit(id, edit, at)
      }
      if (isThere) await reload()
      return isThere
    },
  }
}
