import type { StaleReason } from '@/lib/core/models/stale.ts'
import type { LongContext, PriceSource } from '@/lib/core/pricing/price.ts'

/** A model as the page of the catalogue shows it. */
export type ModelEntry = {
  id: string
  provider: string
  name: string
  family: string | null
  isDemo: boolean
  isLocal: boolean
  isChairman: boolean
  isActive: boolean
  /** Unix milliseconds, and how it is known; null while the model is to be had. */
  staleSince: number | null
  staleReason: StaleReason | null
  contextTokens: number | null
  /** USD per million tokens; null: unpriced. */
  price: {
    input: number
    output: number
    cachedInput: number | null
    longContext: LongContext | null
    source: PriceSource
    effectiveFrom: number
  } | null
  requests: number
  errors: number
  firstToken: { meanMs: number; count: number } | null
  latency: { meanMs: number; count: number } | null
}

/** What a visitor looks for. */
export type Wanted = { query: string; provider: string }

/** The models that hold every word in name, id or maker, of the provider that is asked for. */
export function matching(models: readonly ModelEntry[], { query, provider }: Wanted): ModelEntry[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return models.filter((model) => {
    const text = `${model.name} ${model.id} ${model.family ?? ''}`.toLocaleLowerCase()
    return (provider === '' || model.provider === provider) && words.every((word) => text.includes(word))
  })
}
