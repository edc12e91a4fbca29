import 'server-only'
import type { ClaimedRun, RunStore } from '../../ports/runs.ts'
import { isStorable, toJson } from './sql.ts'
import { bind, type HotDatabase, type Statement } from './statement.ts'

type KeepInput = Parameters<RunStore['keep']>[0]
type ClaimInput = Parameters<RunStore['claim']>[0]

/** Rows are locked in the order of their ids, so that two of these at once never wait for each other in a circle. */
const KEEP: Statement = {
  name: 'run-keep',
  text: `
with mine as (
  select r.id, r.cancel_requested_at is not null as cancel
  from json_to_recordset($1::json) as x("runId" text, epoch int) join run r on r.id = x."runId" and r.epoch = x.epoch
  where r.status in ('queued', 'running')
  order by r.id
  for no key update of r
), renewed as (
  update run r set lease_until = clock_timestamp() + $3 * interval '1 ms' from mine m where r.id = m.id
), written as (
  update run_call c set text = t.text
  from json_to_recordset($2::json) as t("runId" text, stage text, seat text, attempt int, text text)
  join mine m on m.id = t."runId"
  where c.run_id = t."runId" and c.stage = t.stage and c.seat = t.seat and c.attempt = t.attempt and c.status = 'running'
)
select id, cancel from mine`,
}

const CLAIM: Statement = {
  name: 'run-claim',
  text: `
with free as (
  select id from run
  where status in ('queued', 'running')
    and (lease_until is null or lease_until < now() or ($4::bool and owner is distinct from $1))
  order by created_at, id
  limit $3
  for no key update skip locked
)
update run r set owner = $1, epoch = r.epoch + 1, status = 'running',
  lease_until = clock_timestamp() + $2 * interval '1 ms'
from free where r.id = free.id
returning r.id as "runId", r.tenant_id as "tenantId", r.epoch`,
}

const CANCEL: Statement = {
  name: 'run-cancel',
  text: `
with asked as (
  update run set cancel_requested_at = coalesce(cancel_requested_at, now())
  where id = $2 and tenant_id = $1 and status in ('queued', 'running')
)
select exists (select 1 from run where id = $2 and tenant_id = $1) as here`,
}

/** Renews the leases of these runs and stores their running texts. */
export async function keepRuns({ kind, pool }: HotDatabase, input: KeepInput): ReturnType<RunStore['keep']> {
  if (input.runs.length === 0) return { owned: [], cancelRequested: [] }
  const values = [toJson(input.runs), toJson(input.texts), input.leaseMs]
  const { rows } = await pool.query<{ id: string; cancel: boolean }>(bind(kind, KEEP, values))
  return { owned: rows.map((row) => row.id), cancelRequested: rows.filter((row) => row.cancel).map((row) => row.id) }
}

/** Takes over runs that nobody holds; a row that another process is taking is passed over. */
export async function claimRuns({ kind, pool }: HotDatabase, input: ClaimInput): Promise<ClaimedRun[]> {
  const values = [input.owner, input.leaseMs, input.max, input.isSoleOwner]
  const { rows } = await pool.query<ClaimedRun>(bind(kind, CLAIM, values))
  return rows
}

/** Marks a live run as asked to stop; the first request's time stands. */
export async function requestCancel({ kind, pool }: HotDatabase, tenantId: string, runId: string): Promise<boolean> {
  if (!isStorable(runId)) return false
  const { rows } = await pool.query<{ here: boolean }>(bind(kind, CANCEL, [tenantId, runId]))
  return rows[0]?.here === true
}
