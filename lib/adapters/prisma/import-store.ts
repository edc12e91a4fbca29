import 'server-only'
import { EVENT_VERSION, withoutText } from '../../core/council/events.ts'
import { cleanText } from '../../core/kernel/text.ts'
import type { EndedRun, ImportOutcome, ImportStore, NewImport } from '../../ports/imports.ts'
import { step } from './failure.ts'
import { isStorable, toJson } from './sql.ts'
import type { HotDatabase } from './statement.ts'

/**
 * One statement, hence atomic: everything hangs on `talk`, which finds a conversation of the same source instead of making
 * a second one; `xmax` tells the two apart. Runs come with their end, so no lease and no sweep ever sees them.
 */
const CREATE = `
with talk as (
  insert into conversation (id, tenant_id, title, created_at, updated_at, source_id, source_hash, imported_raw,
    title_state, active_run_id)
  select $1, t.id, $3, to_timestamp($4::float8 / 1000), to_timestamp($5::float8 / 1000), $6, $7, $8::jsonb, 'settled', $13
  from tenant t where t.id = $2
  on conflict (tenant_id, source_id, source_hash) do update set deleted_at = null
  returning id, xmax = 0 as "isNew"
), made as (
  select id from talk where "isNew"
), asked as (
  insert into turn (id, tenant_id, conversation_id, position, question, created_at, parent_run_id)
  select t.id, $2, made.id, t.position, t.question, to_timestamp(t."createdAt" / 1000), t."parentRunId"
  from made, json_to_recordset($9::json) as t(id text, position int, question text, "createdAt" float8, "parentRunId" text)
), ran as (
  insert into run (id, tenant_id, conversation_id, turn_id, source_run_id, status, quality, plan, epoch, last_seq, answer,
    taken_seat, pico_usd, tokens, is_counted, created_at, ended_at)
  select r.id, $2, made.id, r."turnId", r."sourceRunId", r.status, r.quality, r.plan, 1, r."lastSeq", r.answer,
    r."takenSeat", r."picoUsd", r.tokens, false, to_timestamp(r."createdAt" / 1000), to_timestamp(r."endedAt" / 1000)
  from made, json_to_recordset($10::json) as r(id text, "turnId" text, "sourceRunId" text, status text, quality text,
    plan jsonb, "lastSeq" int, answer text, "takenSeat" text, "picoUsd" bigint, tokens bigint, "createdAt" float8, "endedAt" float8)
), logged as (
  insert into run_event (run_id, seq, type, version, epoch, data, at)
  select e."runId", e.seq, e.type, ${EVENT_VERSION}, 1, e.data, to_timestamp(e.at / 1000)
  from made, json_to_recordset($11::json) as e("runId" text, seq int, type text, at float8, data jsonb)
), called as (
  insert into run_call (run_id, stage, seat, attempt, tenant_id, status, model, prompt, text, usage, cost, reason,
    started_at, ended_at)
  select c."runId", c.stage, c.seat, c.attempt, $2, c.status, c.model, c.prompt, c.text, c.usage, c.cost, c.reason,
    to_timestamp(c."startedAt" / 1000), to_timestamp(c."endedAt" / 1000)
  from made, json_to_recordset($12::json) as c("runId" text, stage text, seat text, attempt int, status text, model text,
    prompt text, text text, usage jsonb, cost jsonb, reason text, "startedAt" float8, "endedAt" float8)
)
select id, "isNew" from talk`

/** Imported conversations, written as they are. */
export function createImportStore({ pool }: Pick<HotDatabase, 'pool'>): ImportStore {
  return {
    create: (conversation) => step('imports.create', () => createImport(pool, conversation)),
    raw: (tenantId, conversationId) => step('imports.raw', () => readRaw(pool, tenantId, conversationId)),
  }
}

async function createImport(pool: HotDatabase['pool'], given: NewImport): Promise<ImportOutcome> {
  const runs = given.turns.flatMap((turn) => turn.runs.map((run) => ({ run, turnId: turn.id })))
  const turns = given.turns.map(({ runs: _runs, ...turn }, index) => ({ ...turn, position: index + 1 }))
  const { rows } = await pool.query<{ id: string; isNew: boolean }>(CREATE, [
    given.id,
    given.tenantId,
    cleanText(given.title),
    given.createdAt,
    given.updatedAt,
    given.source.id,
    given.source.hash,
    given.raw === null ? null : toJson(given.raw),
    toJson(turns),
    toJson(runs.map(({ run, turnId }) => runRow(run, turnId))),
    toJson(runs.flatMap(({ run }) => eventRows(run))),
    toJson(runs.flatMap(({ run }) => run.calls.map((call) => ({ ...call, runId: run.id })))),
    given.activeRunId,
  ])
  const [row] = rows
  if (!row) return { outcome: 'tenant_missing' }
  return { outcome: row.isNew ? 'created' : 'exists', conversationId: row.id }
}

function runRow({ id, sourceRunId, plan, createdAt, events, end, takenSeat }: EndedRun, turnId: string) {
  const last = events.at(-1)
  return {
    ...end,
    takenSeat,
    id,
    turnId,
    sourceRunId,
    plan,
    createdAt,
    lastSeq: last?.seq ?? 0,
    endedAt: last?.at ?? createdAt,
  }
}

function eventRows(run: EndedRun) {
  return run.events.map((event) => {
    const { seq, type, at, ...data } = withoutText(event)
    return { runId: run.id, seq, type, at, data }
  })
}

async function readRaw(pool: HotDatabase['pool'], tenantId: string, conversationId: string): Promise<unknown> {
  if (!isStorable(conversationId)) return null
  const { rows } = await pool.query<{ raw: unknown }>(
    'select imported_raw as raw from conversation where id = $2 and tenant_id = $1 and deleted_at is null',
    [tenantId, conversationId],
  )
  return rows[0]?.raw ?? null
}
