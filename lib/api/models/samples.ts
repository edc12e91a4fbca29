import type { ListedModel } from '../../services/models/index.ts'
import { toModel } from './resource.ts'

const AT = Date.UTC(2026, 10, 20, 12)

const sonnet: ListedModel = {
  ...{ id: 'anthropic/claude-sonnet-4-5', provider: 'anthropic', name: 'Claude Sonnet 4.5', family: 'anthropic' },
  ...{ contextTokens: 200_000, inputModalities: ['text', 'image'], outputModalities: ['text'] },
  price: {
    ...{ input: 3, output: 15, cachedInput: 0.3, reasoning: null },
    longContext: { aboveTokens: 200_000, input: 6, output: 22.5, cachedInput: 0.6 },
    ...{ source: 'genai-prices', effectiveFrom: AT, notedAt: AT },
  },
  ...{ defaultMaxTokens: null, defaultTemperature: null, isActive: true, isChairmanCapable: true },
  ...{ requests: 120, errors: 3, latency: { meanMs: 8_400, count: 117 }, firstToken: { meanMs: 640, count: 117 } },
  ...{ firstSeenAt: AT, lastSeenAt: AT, staleSince: null, staleReason: null },
  offered: {
    ...{ id: 'anthropic/claude-sonnet-4-5', provider: 'anthropic', name: 'Claude Sonnet 4.5', demo: false },
    ...{ description: 'claude-sonnet-4-5, served by Anthropic', contextTokens: 200_000 },
    ...{ inputUsdPerMillion: 3, outputUsdPerMillion: 15 },
  },
}

const gone: ListedModel = {
  ...sonnet,
  ...{ id: 'ollama/llama3.2:3b', provider: 'ollama', name: 'Llama3.2 3B', family: 'meta', offered: null },
  ...{ price: null, contextTokens: null, inputModalities: [], outputModalities: [], isChairmanCapable: null },
  ...{ requests: 0, errors: 0, latency: null, firstToken: null, staleSince: AT, staleReason: 'not_offered' },
}

/** Configured still, but gone from its provider's list. */
const unlisted: ListedModel = {
  ...sonnet,
  ...{ id: 'openrouter/anthropic/claude-2', provider: 'openrouter', name: 'Claude 2' },
  ...{ staleSince: AT, staleReason: 'not_listed' },
}

const NO_LINKS = { appUrl: null }

export const sampleModel = toModel(sonnet, NO_LINKS)
export const sampleModels = {
  data: [sampleModel, toModel(gone, NO_LINKS), toModel(unlisted, NO_LINKS)],
  refreshes: [
    {
      ...{ source: 'models.dev' as const, tried_at: new Date(AT).toISOString() },
      ...{ refreshed_at: new Date(AT).toISOString(), failure: null },
    },
  ],
}
export const sampleModelEdit = {
  price: { input_usd_per_million: 2.5, output_usd_per_million: 12 },
  default_max_tokens: 4_096,
}
export const sampleEditedModel = toModel(
  {
    ...sonnet,
    defaultMaxTokens: 4_096,
    price: {
      ...{ input: 2.5, output: 12, cachedInput: null, reasoning: null, longContext: null },
      ...{ source: 'override', effectiveFrom: AT, notedAt: AT },
    },
  },
  NO_LINKS,
)
