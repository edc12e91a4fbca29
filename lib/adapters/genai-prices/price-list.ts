import 'server-only'
import type { ModelPrice, PriceCalculation } from '@pydantic/genai-prices'
import { type RawPrice, rateOf } from '../../core/pricing/price.ts'
import type { OfferedModel } from '../../ports/catalogue.ts'
import { type ListedModel, type PriceList, PriceListError } from '../../ports/price-list.ts'

/** Our providers as the list calls them. It would also guess from a part of a name, and a proxy called so is not that provider. */
const PROVIDERS: Record<string, string> = {
  anthropic: 'anthropic',
  azure: 'azure',
  bedrock: 'aws',
  'amazon-bedrock': 'aws',
  cohere: 'cohere',
  deepseek: 'deepseek',
  fireworks: 'fireworks',
  google: 'google',
  'google-vertex': 'google',
  groq: 'groq',
  mistral: 'mistral',
  mistralai: 'mistral',
  openai: 'openai',
  openrouter: 'openrouter',
  perplexity: 'perplexity',
  together: 'together',
  vertex: 'google',
  'x-ai': 'x-ai',
  xai: 'x-ai',
}

/** The list charges for usage; a price says the same for any. */
const ANY_USAGE = { input_tokens: 1, output_tokens: 1 }

type Calc = typeof import('@pydantic/genai-prices').calcPrice

/** The price list that the package `@pydantic/genai-prices` ships. It is large, so it is loaded when it is first asked. */
export function genaiPrices(): PriceList {
  return {
    source: 'genai-prices',
    async look(models, { at }) {
      const { calcPrice } = await import('@pydantic/genai-prices').catch((cause: unknown) => {
        throw new PriceListError('unreadable', 'The shipped price list could not be loaded.', cause)
      })
      return models.flatMap((model) => factsOf(calcPrice, model, new Date(at)) ?? [])
    },
  }
}

function factsOf(calc: Calc, model: OfferedModel, timestamp: Date): ListedModel | null {
  const found = find(calc, model, timestamp)
  if (!found) return null
  const price = rawPrice(found.model_price)
  return { id: model.id, price, contextTokens: found.model.context_window ?? null }
}

/** A router passes the maker's price on, so where it has none of its own the maker's counts. */
function find(calc: Calc, { id, provider }: OfferedModel, timestamp: Date): PriceCalculation | null {
  const name = id.slice(provider.length + 1)
  const own = priceAt(calc, name, { provider, timestamp })
  if (own || provider !== 'openrouter') return own
  const [maker = '', ...rest] = name.split('/')
  return priceAt(calc, rest.join('/'), { provider: maker, timestamp })
}

function priceAt(calc: Calc, name: string, { provider, timestamp }: { provider: string; timestamp: Date }) {
  const providerId = Object.hasOwn(PROVIDERS, provider) ? PROVIDERS[provider] : undefined
  if (providerId === undefined || name === '') return null
  const found = calc(ANY_USAGE, name, { providerId, timestamp })
  // a model that the list names without any price is free there only if it says so itself
  return found && Object.keys(found.model_price).length === 0 && !name.endsWith(':free') ? null : found
}

function rawPrice(price: ModelPrice): RawPrice {
  const isFree = Object.keys(price).length === 0
  const [input, output, cached] = [price.input_mtok, price.output_mtok, price.cache_read_mtok]
  return {
    input: isFree ? 0 : base(input),
    output: isFree ? 0 : base(output),
    cachedInput: base(cached),
    reasoning: base(price.output_reasoning_mtok),
    longContext: longContext(price),
  }
}

type Rate = ModelPrice[string]

function base(rate: Rate): number | null {
  return rateOf(typeof rate === 'object' ? rate.base : rate)
}

/** The first tier: of several the lower ones would be charged as the first, so such a price stays without. */
function longContext({ input_mtok: input, output_mtok: output, cache_read_mtok: cached }: ModelPrice) {
  if (typeof input !== 'object' || input.tiers.length !== 1) return null
  const tier = (rate: Rate) => rateOf(typeof rate === 'object' ? rate.tiers[0]?.price : rate)
  return {
    aboveTokens: rateOf(input.tiers[0]?.start),
    input: tier(input),
    output: tier(output),
    cachedInput: tier(cached),
  }
}
