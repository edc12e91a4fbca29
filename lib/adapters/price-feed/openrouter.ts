import 'server-only'
import { z } from 'zod'
import { type RawPrice, rateOf } from '../../core/pricing/price.ts'
import { type ListedModel, type PriceList, PriceListError } from '../../ports/price-list.ts'
import { readJson } from './read-json.ts'

const PROVIDER = 'openrouter'
const PER_MILLION = 1_000_000

/** Ways to ask for a model that is listed without them. */
const SHORTCUTS = /:(?:online|nitro|floor|exacto)$/

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
      // else all of its models would be gone at once
      if (entries.length === 0) throw new PriceListError('unreadable', 'The list is empty.')
      const byId = new Map(entries.map((entry) => [entry.id, entry]))
      return models.filter(({ provider }) => provider === PROVIDER).flatMap(({ id }) => factsOf(byId, id) ?? [])
    },
  }
}

function factsOf(byId: Map<string, z.output<typeof listed>>, id: string): ListedModel | null {
  const name = id.slice(PROVIDER.length + 1)
  const entry = byId.get(name)
  if (!entry) return isElsewhere(byId, name) ? null : { id, price: priceOf({}), isListed: false }
  const { architecture, pricing } = entry
  return {
    id,
    price: priceOf(pricing ?? {}),
    contextTokens: entry.context_length ?? null,
    inputModalities: architecture?.input_modalities ?? null,
    outputModalities: architecture?.output_modalities ?? null,
    isListed: true,
  }
}

/** A name that is to be had without standing in the list itself: a way to ask for another, or an account's own preset. */
function isElsewhere(byId: ReadonlyMap<string, unknown>, name: string): boolean {
  return name.startsWith('@') || byId.has(name.replace(SHORTCUTS, ''))
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
