import type { Headroom } from '../../ports/models.ts'
import type { ProviderReport, ProvidersSnapshot } from '../../services/providers/index.ts'
import type { ProviderResource, ProvidersResource } from './resource.schema.ts'

/** The providers at one moment as the API shows them. */
export function toProviders({ at, providers }: ProvidersSnapshot): ProvidersResource {
  return { at: timeOf(at), data: providers.map(toProvider) }
}

function toProvider(report: ProviderReport): ProviderResource {
  const { availability, latency, headroom, breaker, lastCheck } = report
  return {
    id: report.provider,
    object: 'provider',
    built_in: report.isBuiltIn,
    models: report.models,
    status: report.status,
    reason: report.reason,
    cause: report.cause,
    judged_by: report.judgedBy,
    availability: { healthy: availability.healthy, unhealthy: availability.unhealthy, share: availability.share },
    first_token_ms: { count: latency.count, mean: latency.meanMs, p50: latency.p50Ms, p95: latency.p95Ms },
    headroom: { requests: toHeadroom(headroom.requests), tokens: toHeadroom(headroom.tokens) },
    in_flight: report.inFlight,
    waiting: report.waiting,
    in_flight_limit: report.limit,
    breaker: { state: breaker.state, next_probe_at: timeOrNull(breaker.nextProbeAt), probing: breaker.isProbing },
    limited_until: timeOrNull(report.limitedUntil),
    last_check: lastCheck && {
      at: timeOf(lastCheck.at),
      ok: lastCheck.ok,
      reason: lastCheck.reason,
      latency_ms: lastCheck.latencyMs,
    },
    history: report.history.map(({ at, healthy, unhealthy }) => ({ at: timeOf(at), healthy, unhealthy })),
  }
}

function toHeadroom(said: Headroom | null) {
  return said && { limit: said.limit, remaining: said.remaining, resets_at: timeOrNull(said.resetAt) }
}

function timeOf(ms: number): string {
  return new Date(ms).toISOString()
}

function timeOrNull(ms: number | null): string | null {
  return ms === null ? null : timeOf(ms)
}
