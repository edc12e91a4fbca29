import 'server-only'
import type { Ledger, LedgerRow, LedgerSum, ModelInsights, Period, UsageGroup } from '../../ports/ledger.ts'
import { step } from './failure.ts'
import { asMs, isStorable } from './sql.ts'
import type { HotDatabase } from './statement.ts'

const ROWS = `
select id, purpose, run_id as "runId", conversation_id as "conversationId",
  case when actor_kind is not null then json_build_object('kind', actor_kind, 'id', actor_id) end as actor, stage, seat, attempt, provider, model, status,
  reason, input_tokens::float8 as "inputTokens", output_tokens::float8 as "outputTokens",
  cached_tokens::float8 as "cachedTokens", reasoning_tokens::float8 as "reasoningTokens",
  case when price_source is not null then json_build_object('source', price_source, 'input', price_input,
    'output', price_output, 'cachedInput', price_cached) end as price,
  case when cost_status is not null then json_build_object('status', cost_status, 'picoUsd', pico_usd::text,
    'estimated', is_estimated) end as cost,
  first_token_ms as "firstTokenMs", ${asMs('started_at')} as "startedAt", ${asMs('ended_at')} as "endedAt"
from ledger where tenant_id = $1 and run_id = $2
order by started_at, stage, seat, attempt`

/** Of calls that have ended: what is open has no figures yet. */
const SUMS = `count(*)::int as calls,
  coalesce(sum(input_tokens), 0)::float8 as "inputTokens", coalesce(sum(output_tokens), 0)::float8 as "outputTokens",
  coalesce(sum(cached_tokens), 0)::float8 as "cachedTokens",
  coalesce(sum(reasoning_tokens), 0)::float8 as "reasoningTokens",
  count(*) filter (where input_tokens is null or output_tokens is null)::int as untold,
  coalesce(sum(pico_usd), 0)::text as "picoUsd", count(*) filter (where pico_usd is null)::int as unpriced,
  count(*) filter (where is_estimated)::int as estimated, count(*) filter (where cost_status = 'free')::int as free`

const RUNS = `
select run_id as "runId", ${SUMS} from ledger where tenant_id = $1 and run_id = any($2::text[]) and status <> 'open'
group by run_id`

const ENDED = `tenant_id = $1 and started_at >= to_timestamp($2::float8 / 1000)
  and started_at < to_timestamp($3::float8 / 1000) and status <> 'open'`

const KEYS: Record<UsageGroup, string> = {
  model: 'model',
  provider: 'provider',
  day: `to_char(started_at at time zone 'UTC', 'YYYY-MM-DD')`,
  stage: 'coalesce(stage, purpose)',
}

const usageBy = (group: UsageGroup) => `
select ${KEYS[group]} as key, ${SUMS} from ledger where ${ENDED} group by 1 order by 1`

const mean = (value: string, filter: string) =>
  `case when count(${value}) filter (where ${filter}) > 0 then json_build_object(
    'meanMs', avg(${value}) filter (where ${filter}), 'count', count(${value}) filter (where ${filter})) end`

/** Ranks are in the log of the runs it sat in as a member; a run has one count of votes that stands, the last. */
const INSIGHTS = `
with mine as (
  select *, extract(epoch from ended_at - started_at) * 1000 as ms from ledger where ${ENDED} and model = $4
), ranked as (
  select (entry ->> 'rank')::float8 as rank
  from (select distinct run_id, seat from mine where stage = 'first_opinions' and run_id is not null) sat
  join lateral (select e.data -> 'tally' as tally from run_event e
    where e.run_id = sat.run_id and e.type = 'votes.counted' order by e.seq desc limit 1) counted on true,
  jsonb_array_elements(counted.tally -> 'entries') entry
  where entry ->> 'seat' = sat.seat and (entry ->> 'ballots')::int > 0
)
select ${SUMS}, count(*) filter (where status = 'completed')::int as succeeded,
  count(*) filter (where status in ('failed', 'abandoned') and reason is distinct from 'stopped')::int as failed,
  ${mean('ms', "status = 'completed'")} as latency, ${mean('first_token_ms', "status = 'completed'")} as "firstToken",
  (select case when count(*) > 0 then json_build_object('mean', avg(rank), 'count', count(*)) end from ranked) as rank
from mine`

/** Reads the ledger; the statements that write it are those of runs and titles. */
export function createLedger({ pool }: Pick<HotDatabase, 'pool'>): Ledger {
  const select = async <Row extends object>(name: string, text: string, values: unknown[]) =>
    step(`ledger.${name}`, async () => (await pool.query<Row>(text, values)).rows)
  return {
    async ofRun(tenantId: string, runId: string) {
      return isStorable(runId) ? select<LedgerRow>('ofRun', ROWS, [tenantId, runId]) : []
    },
    ofRuns: (tenantId: string, runIds: readonly string[]) =>
      select<LedgerSum & { runId: string }>('ofRuns', RUNS, [tenantId, runIds.filter(isStorable)]),
    usage: (tenantId: string, { from, to }: Period, group: UsageGroup) =>
      select<LedgerSum & { key: string }>('usage', usageBy(group), [tenantId, from, to]),
    async insights(tenantId: string, model: string, { from, to }: Period) {
      const rows = await select<ModelInsights>('insights', INSIGHTS, [tenantId, from, to, model])
      if (!rows[0]) throw new Error('a sum over nothing is a row too')
      return rows[0]
    },
  }
}
