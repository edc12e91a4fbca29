import type { CataloguePrice } from '../../ports/catalogue.ts'
import type { ListedModel } from '../../services/models/index.ts'
import { apiUrl, type LinkBase, timestamp } from '../links.ts'
import type { ModelResource } from './resource.schema.ts'

/** A model with what the catalogue knows of it; what an adapter says itself counts where the catalogue says nothing. */
export function toModel(model: ListedModel, base: LinkBase): ModelResource {
  const { id, offered, inputModalities, outputModalities } = model
  const isDescribed = inputModalities.length > 0 || outputModalities.length > 0
  const self = apiUrl(base, `/models/${encodeURIComponent(id)}`)
  return {
    ...{ id, object: 'model', provider: model.provider, name: model.name },
    description: offered?.description ?? null,
    family: model.family,
    demo: offered?.demo ?? model.price?.source === 'demo',
    local: offered?.local ?? model.price?.source === 'local',
    context_tokens: offered?.contextTokens ?? model.contextTokens,
    modalities: isDescribed ? { input: inputModalities, output: outputModalities } : null,
    input_usd_per_million: model.price?.input ?? offered?.inputUsdPerMillion ?? null,
    output_usd_per_million: model.price?.output ?? offered?.outputUsdPerMillion ?? null,
    price: model.price && toPrice(model.price),
    default_max_tokens: model.defaultMaxTokens,
    default_temperature: model.defaultTemperature,
    active: model.isActive,
    offered: offered !== null,
    ...{ stale_since: timestamp(model.staleSince), stale_reason: model.staleReason },
    chairman_capable: model.isChairmanCapable ?? offered?.chairmanCapable ?? null,
    ...{ requests: model.requests, errors: model.errors },
    ...{ latency: toMean(model.latency), first_token: toMean(model.firstToken) },
    ...{ first_seen_at: timestamp(model.firstSeenAt), last_seen_at: timestamp(model.lastSeenAt) },
    links: { self, insights: `${self}/insights` },
  }
}

function toPrice(price: CataloguePrice): NonNullable<ModelResource['price']> {
  const { longContext } = price
  return {
    source: price.source,
    effective_from: timestamp(price.effectiveFrom),
    noted_at: timestamp(price.notedAt),
    input_usd_per_million: price.input,
    output_usd_per_million: price.output,
    cached_input_usd_per_million: price.cachedInput,
    reasoning_usd_per_million: price.reasoning,
    long_context: longContext && {
      above_tokens: longContext.aboveTokens,
      input_usd_per_million: longContext.input,
      output_usd_per_million: longContext.output,
      cached_input_usd_per_million: longContext.cachedInput,
    },
  }
}

function toMean(mean: ListedModel['latency']) {
  return mean && { mean_ms: Math.round(mean.meanMs), count: mean.count }
}
