import type { ProviderResource, ProvidersResource } from '@/lib/client/provider-stream.ts'

/** The moment that fixtures show: 12:10 in UTC. */
export const AT = '2026-11-21T12:10:00.000Z'

/** A provider that works, changed as the test wants it. */
export function providerFixture(changes: Partial<ProviderResource> = {}): ProviderResource {
  return {
    ...{ id: 'openrouter', object: 'provider', built_in: false, models: 5 },
    ...{ status: 'operational', reason: 'answers', cause: null, judged_by: 'checks' },
    availability: { healthy: 198, unhealthy: 2, share: 0.99 },
    first_token_ms: { count: 20, mean: 610, p50: 540, p95: 1_400 },
    headroom: { requests: { limit: 500, remaining: 20, resets_at: null }, tokens: null },
    ...{ in_flight: 3, waiting: 0, in_flight_limit: 64 },
    breaker: { state: 'closed', next_probe_at: null, probing: false },
    limited_until: null,
    last_check: { at: '2026-11-21T12:08:00.000Z', ok: true, reason: null, latency_ms: 300 },
    history: [
      { at: '2026-11-21T11:30:00.000Z', healthy: 196, unhealthy: 2 },
      { at: '2026-11-21T12:00:00.000Z', healthy: 2, unhealthy: 0 },
    ],
    ...changes,
  }
}

/** The models that are part of the product. */
export function demoFixture(): ProviderResource {
  return providerFixture({
    ...{ id: 'demo', built_in: true, reason: 'built_in', judged_by: 'nothing', in_flight: 0, in_flight_limit: null },
    availability: { healthy: 0, unhealthy: 0, share: null },
    first_token_ms: { count: 0, mean: null, p50: null, p95: null },
    headroom: { requests: null, tokens: null },
    ...{ last_check: null, history: [] },
  })
}

export function providersFixture(...data: ProviderResource[]): ProvidersResource {
  return { at: AT, data }
}
