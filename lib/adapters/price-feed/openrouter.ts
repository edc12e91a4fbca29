import 'server-only'
import { z } from 'zod'
import { type RawPrice, rateOf } from '../../core/pricing/price.ts'
import type { OfferedModel } from '../../ports/catalogue.ts'
import { type ListedModel, type PriceList, PriceListError } from '../../ports/price-list.ts'
import { readJson } from './read-json.ts'

const PROVIDER = 'openrouter'
const PER_MILLION = 1_000_000

const words = z.array(z.string().max(40)).max(20).optional().catch(undefined)

const listed = z.object({
  id: z.string(),
  context_length: z.number().int().positive().optional().catch(undefined),
  architecture: z.object({ input_modalities: words, output_modalities: words }).optional().catch(undefined),
  pricing: z.record(z.string(), z.unknown()).optional().catch(undefined),
})
const document = z.object({ data: z.array(z.unknown()) })

/** OpenRouter's own list of what it offers, `${baseUrl}/models`: prices in USD per token, as decimal strings. */
export function openRouterPrices({ baseUrl }: { baseUrl: string }): PriceList {
  return {
    source: 'openrouter',
    async look(models, { signal }) {
      const parsed = document.safeParse(await readJson(`${baseUrl.replace(/\/+$/, '')}/models`, signal))
      if (!parsed.success) throw new PriceListError('unreadable', 'The list has another shape.')
      const entries = parsed.data.data.flatMap((entry) => listed.safeParse(entry).data ?? [])
      const byId = new Map(entries.map((entry) => [entry.id, entry]))
      return models.flatMap((model) => factsOf(byId, model) ?? [])
    },
  }
}

function factsOf(byId: Map<string, z.output<typeof listed>>, { id, provider }: OfferedModel): ListedModel | null {
  const entry = provider === PROVIDER ? byId.get(id.slice(PROVIDER.length + 1)) : undefined
  if (!entry) return null
  const { architecture, pricing } = entry
  return {
    id,
    price: priceOf(pricing ?? {}),
    contextTokens: entry.context_length ?? null,
    inputModalities: architecture?.input_modalities ?? null,
    outputModalities: architecture?.output_modalities ?? null,
  }
}

function priceOf(pricing: Record<string, unknown>): RawPrice {
  const rate = (field: string) => rateOf(pricing[field], PER_MILLION)
  // zero stands for "not charged apart" in the two fields that are charged with others
  const apart = (field: string) => (rate(field) === 0 ? null : rate(field))
  return {
    input: rate('prompt'),
    output: rate('completion'),
    cachedInput: apart('input_cache_read'),
    reasoning: apart('internal_reasoning'),
    longContext: null,
  }
}
