import 'server-only'
import { z } from 'zod'
import { type RawPrice, rateOf } from '../../core/pricing/price.ts'
import type { OfferedModel } from '../../ports/catalogue.ts'
import { type ListedModel, type PriceList, PriceListError } from '../../ports/price-list.ts'
import { readJson } from './read-json.ts'

const ADDRESS = 'https://models.dev/api.json'

/** Our providers as models.dev calls them, where it calls them otherwise. */
const NAMES: Record<string, string> = {
  bedrock: 'amazon-bedrock',
  vertex: 'google-vertex',
  'x-ai': 'xai',
  mistralai: 'mistral',
  together: 'togetherai',
  fireworks: 'fireworks-ai',
}

const words = z.array(z.string().max(40)).max(20).optional().catch(undefined)

/** Lenient: what is not understood is left out, a field at a time. Prices are judged by core. */
const listed = z.object({
  cost: z.record(z.string(), z.unknown()).optional().catch(undefined),
  limit: z.object({ context: z.number().int().positive() }).partial().optional().catch(undefined),
  modalities: z.object({ input: words, output: words }).optional().catch(undefined),
})
const document = z.record(
  z.string(),
  z
    .object({ models: z.record(z.string(), z.unknown()) })
    .optional()
    .catch(undefined),
)

/** The public catalogue models.dev: prices in USD per million tokens, by provider and id. */
export function modelsDev({ url = ADDRESS }: { url?: string } = {}): PriceList {
  return {
    source: 'models.dev',
    async look(models, { signal }) {
      const parsed = document.safeParse(await readJson(url, signal))
      if (!parsed.success) throw new PriceListError('unreadable', 'The list has another shape.')
      return models.flatMap((model) => factsOf(parsed.data, model) ?? [])
    },
  }
}

function factsOf(providers: z.output<typeof document>, { id, provider }: OfferedModel): ListedModel | null {
  const name = Object.hasOwn(NAMES, provider) ? (NAMES[provider] ?? provider) : provider
  const offered = Object.hasOwn(providers, name) ? providers[name]?.models : undefined
  const key = id.slice(provider.length + 1)
  if (!offered || !Object.hasOwn(offered, key)) return null
  const entry = listed.safeParse(offered[key])
  if (!entry.success) return null
  const { cost, limit, modalities } = entry.data
  return {
    id,
    price: priceOf(cost ?? {}),
    contextTokens: limit?.context ?? null,
    inputModalities: modalities?.input ?? null,
    outputModalities: modalities?.output ?? null,
  }
}

const tier = z.record(z.string(), z.unknown()).optional().catch(undefined)

function priceOf(cost: Record<string, unknown>): RawPrice {
  const long = tier.parse(cost.context_over_200k)
  return {
    input: rateOf(cost.input),
    output: rateOf(cost.output),
    cachedInput: rateOf(cost.cache_read),
    reasoning: rateOf(cost.reasoning),
    longContext: long
      ? {
          aboveTokens: 200_000,
          input: rateOf(long.input),
          output: rateOf(long.output),
          cachedInput: rateOf(long.cache_read),
        }
      : null,
  }
}
