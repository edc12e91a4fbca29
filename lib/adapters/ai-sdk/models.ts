import 'server-only'
import { familyOf } from '../../core/models/family.ts'
import { ModelError, type ModelInfo, type Models } from '../../ports/models.ts'
import { isListening } from './knock.ts'
import { type LateNetwork, lateNetwork } from './late-network.ts'
import { modelName } from './model-name.ts'
import type { Provider, ServedModel } from './provider.ts'
import type { Serving } from './serving.ts'

export type { Provider, ProviderKind, Wire } from './provider.ts'

export type ProviderModels = Models & {
  /** Whether a provider that has not been asked for its models yet may turn out to have this one. */
  mayOffer(id: string): boolean
  /** Asks providers whose models are not set which they have; never rejects. */
  refresh(): Promise<void>
  /** Asks them for the first time and loads what the first call needs, so that it need not wait for it. */
  warm(): Promise<void>
  /** Closes idle connections and waits for the rest. */
  close(): Promise<void>
}

type Options = { providers: readonly Provider[]; network?: LateNetwork; now?: () => number }

/** How old a list of asked models may grow while somebody reads it. */
const FRESH_MS = 60_000

/** Models of any number of providers. Ids are `<provider name>/<model id>`. */
export function providerModels(options: Options): ProviderModels {
  const { providers, network = lateNetwork({ allowPrivate: true }), now = Date.now } = options
  const shelf = createShelf(providers)
  const serving = servingLate(network)
  const asked = new Set<Provider>()
  const unset = providers.filter((provider) => provider.models === null)
  let isAwake = false
  let refreshedAt = Number.NEGATIVE_INFINITY
  let refreshing: Promise<void> | null = null

  async function ask(provider: Provider): Promise<void> {
    const models = await modelsOf(provider, network)
    asked.add(provider)
    // Ollama that is not there is not running; any other server may be back in a minute.
    if (models || provider.kind === 'ollama') shelf.set(provider, models ?? [])
  }

  function refresh(): Promise<void> {
    refreshedAt = now()
    refreshing ??= Promise.allSettled(unset.map(ask)).then(() => {
      refreshing = null
    })
    return refreshing
  }

  const mayOffer = (id: string) => unset.some((one) => !asked.has(one) && id.startsWith(`${one.name}/`))

  return {
    list() {
      if (isAwake && unset.length > 0 && now() - refreshedAt >= FRESH_MS) void refresh()
      return shelf.list()
    },
    async stream(request, sink, signal) {
      if (mayOffer(request.model)) await refresh()
      const served = shelf.get(request.model)
      if (!served) throw new ModelError('unknown_model', `${request.model} is not set up here.`, { retryable: false })
      return (await serving()).stream(served, { request, sink, signal })
    },
    mayOffer,
    refresh,
    async warm() {
      isAwake = true
      await refresh()
      const needed = providers.filter((provider) => shelf.has(provider))
      if (needed.length > 0) await (await serving()).warm(needed)
    },
    close: () => network.close(),
  }
}

async function modelsOf(provider: Provider, network: LateNetwork): Promise<string[] | null> {
  // Where private addresses are refused, a knock would be a connection that nobody has checked.
  const isWorthKnocking = provider.kind === 'ollama' && network.allowPrivate
  if (isWorthKnocking && !(await isListening(provider.baseUrl))) return null
  const { discover } = await import('./discovery.ts')
  return discover(provider, await network.load())
}

/** The SDK is a good part of a start, and a start asks no server anything. */
function servingLate(network: LateNetwork): () => Promise<Serving> {
  let serving: Promise<Serving> | null = null
  const load = async () => {
    const [{ createServing }, connected] = await Promise.all([import('./serving.ts'), network.load()])
    return createServing(connected)
  }
  return () => (serving ??= load())
}

type Shelf = {
  list(): ModelInfo[]
  get(id: string): ServedModel | undefined
  has(provider: Provider): boolean
  set(provider: Provider, models: readonly string[]): void
}

/** Who serves what, in the order of the providers. */
function createShelf(providers: readonly Provider[]): Shelf {
  const models = new Map(providers.map((provider) => [provider, provider.models ?? []]))
  let entries = entriesOf(models)
  return {
    list: () => [...entries.values()].map(({ info }) => info),
    get: (id) => entries.get(id)?.served,
    has: (provider) => (models.get(provider)?.length ?? 0) > 0,
    set(provider, found) {
      models.set(provider, found)
      entries = entriesOf(models)
    },
  }
}

function entriesOf(models: Map<Provider, readonly string[]>) {
  const all = [...models].flatMap(([provider, names]) => names.map((model) => entryOf(provider, model)))
  return new Map(all.map((entry) => [entry.info.id, entry]))
}

function entryOf(provider: Provider, model: string): { info: ModelInfo; served: ServedModel } {
  const name = modelName(model)
  const family = familyOf(model)
  // What an operator lists by name is wanted like any other; what was only found is offered, never mixed in.
  const isLocal = provider.kind === 'ollama' && provider.models === null
  const info = {
    id: `${provider.name}/${model}`,
    provider: provider.name,
    name,
    description: `${model}, served by ${provider.label}`,
    demo: false,
    ...(family !== undefined && { family }),
    ...(isLocal && { local: true }),
    contextTokens: null,
    inputUsdPerMillion: null,
    outputUsdPerMillion: null,
  }
  return { info, served: { provider, model, name } }
}
