import 'server-only'
import { EVENT_VERSION, withoutText } from '../../core/council/events.ts'
import type { Commit, CommittedCall } from '../../ports/runs.ts'
import { CHARGED, charge } from './ledger-sql.ts'
import { toJson } from './sql.ts'
import { bind, type HotDatabase, type Statement } from './statement.ts'

/**
 * One statement, hence atomic without a transaction of its own: everything hangs on `fenced`, the update of the run's row
 * that finds nothing when the epoch is another's or the run has ended.
 */
const COMMIT: Statement = {
  name: 'run-commit',
  text: `
with fenced as (
  update run r set
    last_seq = greatest(r.last_seq, $3::int),
    status = coalesce(e.status, r.status),
    quality = e.quality,
    answer = e.answer,
    pico_usd = e."picoUsd",
    tokens = e.tokens,
    is_counted = coalesce(e."isCounted", r.is_counted),
    lease_until = case when e.status is null then r.lease_until end,
    ended_at = to_timestamp(e.at / 1000)
  from json_to_record($6::json) as e(
    status text, quality text, answer text, "picoUsd" bigint, tokens bigint, "isCounted" bool, at float8)
  where r.id = $1 and r.epoch = $2 and r.status in ('queued', 'running')
  returning r.id, r.tenant_id, r.conversation_id, r.actor_kind, r.actor_id, r.ended_at, r.answer is not null as answered
), logged as (
  insert into run_event (run_id, seq, type, version, epoch, data, at)
  select f.id, e.seq, e.type, ${EVENT_VERSION}, $2, e.data, to_timestamp(e.at / 1000)
  from fenced f, json_to_recordset($4::json) as e(seq int, type text, at float8, data jsonb)
), given as (
  select f.id, f.tenant_id, f.conversation_id, f.actor_kind, f.actor_id, c.*,
    to_timestamp(c."startedAt" / 1000) as started_at, to_timestamp(c."endedAt" / 1000) as ended_at
  from fenced f, json_to_recordset($5::json) as c(
    stage text, seat text, attempt int, status text, model text, prompt text, text text, usage jsonb, cost jsonb,
    reason text, price jsonb, "firstTokenMs" float8, "startedAt" float8, "endedAt" float8)
), called as (
  insert into run_call (run_id, stage, seat, attempt, tenant_id, status, model, prompt, text, usage, cost, reason,
    started_at, ended_at)
  select id, stage, seat, attempt, tenant_id, status, model, prompt, text, usage, cost, reason, started_at, ended_at
  from given
  on conflict (run_id, stage, seat, attempt) do update set
    status = excluded.status, model = excluded.model, prompt = excluded.prompt, text = excluded.text,
    usage = excluded.usage, cost = excluded.cost, reason = excluded.reason,
    started_at = excluded.started_at, ended_at = excluded.ended_at
), charged as (
  insert into ledger (id, tenant_id, actor_kind, actor_id, run_id, conversation_id, purpose, stage, seat, attempt,
    started_at, ${CHARGED.join(', ')})
  select concat_ws('/', id, stage, seat, attempt), tenant_id, actor_kind, actor_id, id, conversation_id, 'run', stage, seat,
    attempt, started_at, ${charge({ isOpen: "status = 'running'", price: 'price', firstTokenMs: '"firstTokenMs"' })}
  from given
  on conflict (id) do update set ${CHARGED.map((column) => `${column} = excluded.${column}`).join(', ')}
), touched as (
  update conversation c set updated_at = greatest(c.updated_at, f.ended_at),
    title_state = case when f.answered and c.title_state = 'first_words' and c.thread_run_id is null then 'due' else c.title_state end
  from fenced f where c.id = f.conversation_id and f.ended_at is not null
)
select count(*)::int as n from fenced`,
}

/** Writes one step of the log; false when the run is no longer this epoch's. */
export async function commitRun({ kind, pool }: HotDatabase, commit: Commit): Promise<boolean> {
  const events = commit.events.map((event) => {
    const { seq, type, at, ...data } = withoutText(event)
    return { seq, type, at, data }
  })
  const last = commit.events.at(-1)
  const end = commit.end ? { ...commit.end, at: last?.at ?? Math.max(0, ...commit.calls.map(latest)) } : {}
  const { rows } = await pool.query<{ n: number }>(
    bind(kind, COMMIT, [
      commit.runId,
      commit.epoch,
      last?.seq ?? 0,
      toJson(events),
      toJson(latestOfEach(commit.calls)),
      toJson(end),
    ]),
  )
  return rows[0]?.n === 1
}

/** A call may be opened and closed in one commit; a statement can write a row only once. */
function latestOfEach(calls: CommittedCall[]): CommittedCall[] {
  return [...new Map(calls.map((call) => [`${call.stage} ${call.seat} ${call.attempt}`, call])).values()]
}

function latest(call: CommittedCall): number {
  return call.endedAt ?? call.startedAt
}
