import type { ProviderResource, ProvidersResource } from './resource.schema.ts'

const sampleProvider: ProviderResource = {
  ...{ id: 'openrouter', object: 'provider', built_in: false, models: 5 },
  ...{ status: 'down', reason: 'paused', cause: 'upstream_error', judged_by: 'checks' },
  availability: { healthy: 182, unhealthy: 6, share: 182 / 188 },
  first_token_ms: { count: 41, mean: 612, p50: 540, p95: 1380 },
  headroom: { requests: { limit: 500, remaining: 412, resets_at: '2026-11-21T12:01:00.000Z' }, tokens: null },
  ...{ in_flight: 0, waiting: 0, in_flight_limit: 64 },
  breaker: { state: 'open', next_probe_at: '2026-11-21T12:00:08.112Z', probing: false },
  limited_until: null,
  last_check: { at: '2026-11-21T11:57:30.000Z', ok: true, reason: null, latency_ms: 92 },
  history: [
    { at: '2026-11-21T11:30:00.000Z', healthy: 9, unhealthy: 0 },
    { at: '2026-11-21T12:00:00.000Z', healthy: 0, unhealthy: 5 },
  ],
}

const sampleDemo: ProviderResource = {
  ...{ id: 'demo', object: 'provider', built_in: true, models: 5 },
  ...{ status: 'operational', reason: 'built_in', cause: null, judged_by: 'nothing' },
  availability: { healthy: 0, unhealthy: 0, share: null },
  first_token_ms: { count: 0, mean: null, p50: null, p95: null },
  headroom: { requests: null, tokens: null },
  ...{ in_flight: 0, waiting: 0, in_flight_limit: null },
  breaker: { state: 'closed', next_probe_at: null, probing: false },
  ...{ limited_until: null, last_check: null, history: [] },
}

/** A provider that is left alone for a moment, and the built-in one. */
export const sampleProviders: ProvidersResource = { at: '2026-11-21T12:00:01.000Z', data: [sampleProvider, sampleDemo] }
