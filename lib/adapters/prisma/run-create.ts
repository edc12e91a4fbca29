import 'server-only'
import type { QueryResult, QueryResultRow } from 'pg'
import { cleanText } from '../../core/kernel/text.ts'
import type { CreateOutcome, NewRun } from '../../ports/runs.ts'
import { asMs, isStorable, toJson } from './sql.ts'
import { bind, type HotDatabase, type Statement } from './statement.ts'

/** The lock that makes counting and inserting one step for a tenant; readers and foreign keys do not wait for it. */
const LOCK_TENANT: Statement = {
  name: 'tenant-lock',
  text: 'select 1 from tenant where id = $1 for no key update',
}

/** What decides: an earlier use of the key, questions of the last 24 hours, live runs, and where the run would go. */
const LOOK: Statement = {
  name: 'run-create-look',
  text: `
select k.run_id as "keyRunId", k.body_hash as "keyBodyHash",
  (select count(*)::int from run where tenant_id = $1 and status in ('queued', 'running')) as live,
  (select ${asMs('created_at')} from run
    where tenant_id = $1 and is_counted and created_at > to_timestamp($3::float8 / 1000) - interval '24 hours'
    order by created_at desc offset greatest($4::int - 1, 0) limit 1) as "blockedSince",
  exists (select 1 from conversation where id = $5 and tenant_id = $1 and deleted_at is null) as "hasConversation",
  exists (select 1 from turn where id = $6 and conversation_id = $5 and tenant_id = $1) as "hasTurn",
  $7::text is null or exists (select 1 from run where id = $7 and conversation_id = $5 and tenant_id = $1) as "hasParent",
  $8::text is null or exists (select 1 from run where id = $8 and tenant_id = $1) as "hasMessage"
from (select 1) as one left join idempotency_key k on k.tenant_id = $1 and k.key = $2`,
}

const INSERT: Statement = {
  name: 'run-create-insert',
  text: `
with at as (
  select to_timestamp($5::float8 / 1000) as created
), talk as (
  insert into conversation (id, tenant_id, title, created_at, updated_at, active_run_id, thread_run_id, thread_seat)
  select $3, $2, $12, created, created, $1, $16, $17 from at where $12::text is not null
), moved as (
  update conversation c set updated_at = greatest(c.updated_at, created), active_run_id = $1
  from at where c.id = $3 and c.tenant_id = $2 and $12::text is null
), asked as (
  insert into turn (id, tenant_id, conversation_id, position, question, created_at, parent_run_id)
  select $4, $2, $3, (select coalesce(max(position), 0) + 1 from turn where conversation_id = $3), $6, created, $15
  from at where $13::bool
), kept as (
  insert into idempotency_key (tenant_id, key, body_hash, run_id)
  select $2, $10, $11, $1 where $10::text is not null
)
insert into run (id, tenant_id, conversation_id, turn_id, source_run_id, status, plan, owner, epoch, lease_until, created_at,
  actor_kind, actor_id)
select $1, $2, $3, $4, $7, 'running', $8::json, $9, 1, clock_timestamp() + $14 * interval '1 ms', created, $18, $19 from at`,
}

/** Runs one statement on the transaction's own connection. */
type Execute = <Row extends QueryResultRow>(statement: Statement, values: unknown[]) => Promise<QueryResult<Row>>

type Look = {
  keyRunId: string | null
  keyBodyHash: string | null
  live: number
  blockedSince: number | null
  hasConversation: boolean
  hasTurn: boolean
  hasParent: boolean
  hasMessage: boolean
}

/** Inserts run, turn and conversation, or says why not. Nothing but `client` may be awaited here: PGlite has no second one. */
export async function createRun({ kind, pool }: HotDatabase, run: NewRun): Promise<CreateOutcome> {
  if (!isStorable(run.conversationId) || !isStorable(run.turnId)) return { outcome: 'conversation_missing' }
  const client = await pool.connect()
  const execute: Execute = (statement, values) => client.query(bind(kind, statement, values))
  let broken = false
  try {
    await client.query('begin')
    const outcome = await decideAndInsert(execute, run)
    await client.query(outcome.outcome === 'created' ? 'commit' : 'rollback')
    return outcome
  } catch (error) {
    await client.query('rollback').catch(() => {
      broken = true
    })
    throw error
  } finally {
    client.release(broken)
  }
}

async function decideAndInsert(execute: Execute, run: NewRun): Promise<CreateOutcome> {
  const tenant = await execute(LOCK_TENANT, [run.tenantId])
  if (tenant.rowCount !== 1) return { outcome: 'tenant_missing' }
  const { rows } = await execute<Look>(LOOK, [
    run.tenantId,
    run.idempotency ? cleanText(run.idempotency.key) : null,
    run.createdAt,
    run.limits?.runsPerDay ?? 0,
    run.conversationId,
    run.turnId,
    run.newTurn?.parentRunId ?? null,
    run.newConversation?.thread?.runId ?? null,
  ])
  const refusal = refuse(run, rows[0] as Look)
  if (refusal) return refusal
  await insert(execute, run)
  return { outcome: 'created', epoch: 1 }
}

function refuse(run: NewRun, look: Look): CreateOutcome | null {
  if (look.keyRunId !== null && look.keyBodyHash !== run.idempotency?.bodyHash) return { outcome: 'key_mismatch' }
  if (look.keyRunId !== null) return { outcome: 'repeated', runId: look.keyRunId }
  if (!run.newConversation && !look.hasConversation) return { outcome: 'conversation_missing' }
  if (!run.newTurn && !look.hasTurn) return { outcome: 'conversation_missing' }
  if (!look.hasParent || !look.hasMessage) return { outcome: 'conversation_missing' }
  if (!run.limits) return null
  const { runsPerDay, liveRuns } = run.limits
  if (look.blockedSince !== null || runsPerDay <= 0) return dayLimit(run, runsPerDay, look.blockedSince)
  return look.live >= liveRuns ? { outcome: 'live_limit', limit: liveRuns } : null
}

/** The oldest question that still fills the day leaves it 24 hours after it was asked. */
function dayLimit(run: NewRun, limit: number, blockedSince: number | null): CreateOutcome {
  const freeAt = (blockedSince ?? run.createdAt) + 24 * 3_600_000
  return { outcome: 'day_limit', limit, resetS: Math.max(1, Math.ceil((freeAt - run.createdAt) / 1000)) }
}

async function insert(execute: Execute, run: NewRun): Promise<void> {
  await execute(INSERT, [
    run.id,
    run.tenantId,
    run.conversationId,
    run.turnId,
    run.createdAt,
    cleanText(run.question),
    run.sourceRunId,
    toJson(run.plan),
    run.owner,
    run.idempotency ? cleanText(run.idempotency.key) : null,
    run.idempotency?.bodyHash ?? null,
    run.newConversation ? cleanText(run.newConversation.title) : null,
    run.newTurn !== null,
    run.leaseMs,
    run.newTurn?.parentRunId ?? null,
    run.newConversation?.thread?.runId ?? null,
    run.newConversation?.thread?.seat ?? null,
    run.payer?.kind ?? null,
    run.payer?.id ?? null,
  ])
}
