import 'server-only'
import type { RunEvent } from '../../core/council/events.ts'
import type { StoredRun } from '../../ports/runs.ts'
import { asMs, isStorable } from './sql.ts'
import { bind, type HotDatabase, type Statement } from './statement.ts'

/** One statement, so that row, log and calls are of one moment. */
const READ: Statement = {
  name: 'run-read',
  text: `
select r.id, r.tenant_id as "tenantId", r.conversation_id as "conversationId", r.turn_id as "turnId",
  r.source_run_id as "sourceRunId", r.taken_seat as "takenSeat", t.question, r.plan, r.status, r.epoch,
  r.cancel_requested_at is not null as "isCancelRequested", c.deleted_at is not null as "isRemoved",
  ${asMs('r.created_at')} as "createdAt",
  (select coalesce(json_agg(json_build_object('seq', e.seq, 'type', e.type, 'at', ${asMs('e.at')}, 'data', e.data)
      order by e.seq), '[]') from run_event e where e.run_id = r.id) as log,
  (select coalesce(json_agg(json_build_object('stage', c.stage, 'seat', c.seat, 'attempt', c.attempt,
      'model', c.model, 'prompt', c.prompt, 'status', c.status, 'text', c.text, 'usage', c.usage, 'cost', c.cost,
      'reason', c.reason, 'startedAt', ${asMs('c.started_at')}, 'endedAt', ${asMs('c.ended_at')})
      order by c.started_at, c.stage, c.seat, c.attempt), '[]') from run_call c where c.run_id = r.id) as calls
from run r join turn t on t.id = r.turn_id join conversation c on c.id = r.conversation_id
where r.id = $2 and r.tenant_id = $1`,
}

type LogRow = { seq: number; type: string; at: number; data: object }

/** A run of that tenant with its log and calls, or null. */
export async function readRun({ kind, pool }: HotDatabase, tenantId: string, runId: string): Promise<StoredRun | null> {
  if (!isStorable(runId)) return null
  const { rows } = await pool.query<Omit<StoredRun, 'events'> & { log: LogRow[] }>(bind(kind, READ, [tenantId, runId]))
  const row = rows[0]
  if (!row) return null
  const { log, ...run } = row
  return { ...run, events: log.map(({ data, ...head }) => ({ ...data, ...head }) as RunEvent) }
}
