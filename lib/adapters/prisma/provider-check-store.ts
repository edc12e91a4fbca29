import 'server-only'
import type { ProviderCheckStore, ProviderWindow } from '../../ports/provider-checks.ts'
import { step } from './failure.ts'
import { asMs, toJson } from './sql.ts'
import type { HotDatabase } from './statement.ts'

/** Several processes count into one row; of their last sightings the latest stands. */
const ADD = `
insert into provider_check as c (provider, at, source, healthy, unhealthy, seen_at, ok, reason, latency_ms)
select w.provider, to_timestamp(w.at / 1000), w.source, w.healthy, w.unhealthy, to_timestamp(w."seenAt" / 1000), w.ok,
  w.reason, round(w."latencyMs")
from json_to_recordset($1::json) as w(provider text, at float8, source text, healthy int, unhealthy int,
  "seenAt" float8, ok boolean, reason text, "latencyMs" float8)
order by w.provider, w.at, w.source
on conflict (provider, at, source) do update set
  healthy = c.healthy + excluded.healthy,
  unhealthy = c.unhealthy + excluded.unhealthy,
  seen_at = greatest(c.seen_at, excluded.seen_at),
  ok = case when excluded.seen_at >= c.seen_at then excluded.ok else c.ok end,
  reason = case when excluded.seen_at >= c.seen_at then excluded.reason else c.reason end,
  latency_ms = case when excluded.seen_at >= c.seen_at then excluded.latency_ms else c.latency_ms end`

const SINCE = `
select provider, source, ${asMs('at')} as at, healthy, unhealthy, ${asMs('seen_at')} as "seenAt", ok, reason,
  latency_ms as "latencyMs"
from provider_check where at >= to_timestamp($1::float8 / 1000) order by at, provider, source`

const FORGET = `
delete from provider_check where (provider, at, source) in (
  select provider, at, source from provider_check where at < to_timestamp($1::float8 / 1000) limit $2)`

/** How providers were seen working, each step one statement. */
export function createProviderCheckStore({ pool }: Pick<HotDatabase, 'pool'>): ProviderCheckStore {
  return {
    async add(windows) {
      if (windows.length > 0) await step('providerChecks.add', () => pool.query(ADD, [toJson(windows)]))
    },
    since: (at) => step('providerChecks.since', async () => (await pool.query<ProviderWindow>(SINCE, [at])).rows),
    forget: (before, limit) =>
      step('providerChecks.forget', async () => (await pool.query(FORGET, [before, limit])).rowCount ?? 0),
  }
}
