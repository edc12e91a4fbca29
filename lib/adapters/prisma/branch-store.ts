import 'server-only'
import type { HistoryTurn } from '../../core/council/types.ts'
import { cleanText } from '../../core/kernel/text.ts'
import type { BranchStore, ThreadSummary } from '../../ports/branches.ts'
import { step } from './failure.ts'
import { asMs, isStorable } from './sql.ts'
import type { HotDatabase } from './statement.ts'

type Pool = HotDatabase['pool']

/** Ways through conversations, over statements of our own. */
export function createBranchStore({ pool }: Pick<HotDatabase, 'pool'>): BranchStore {
  return {
    history: (tenantId, runId) => step('branches.history', () => readHistory(pool, tenantId, runId)),
    show: (tenantId, conversationId, runId) =>
      step('branches.show', () => changed(pool, SHOW, [tenantId, conversationId, runId])),
    take: (tenantId, runId, { seat, answer }) =>
      step('branches.take', () => changed(pool, TAKE, [tenantId, runId, seat, answer && cleanText(answer)])),
    threads: (tenantId, conversationId) => step('branches.threads', () => readThreads(pool, tenantId, conversationId)),
  }
}

/** From a run up to the first question. Runs without an answer that stands are passed by. */
const HISTORY = `
with recursive way as (
  select r.answer, r.status, r.taken_seat, t.question, t.parent_run_id, 1 as depth
  from run r join turn t on t.id = r.turn_id join conversation c on c.id = r.conversation_id
  where r.id = $2 and r.tenant_id = $1 and c.deleted_at is null
  union all
  select r.answer, r.status, r.taken_seat, t.question, t.parent_run_id, way.depth + 1
  from way join run r on r.id = way.parent_run_id and r.tenant_id = $1 join turn t on t.id = r.turn_id
  where way.depth < 10000
)
select question, answer, status = 'cancelled' and taken_seat is null as stopped from way
where answer is not null and (status in ('completed', 'cancelled') or taken_seat is not null) order by depth desc`

const SHOW = `
update conversation set active_run_id = $3
where id = $2 and tenant_id = $1 and deleted_at is null
  and exists (select 1 from run where id = $3 and conversation_id = $2 and tenant_id = $1)`

const TAKE = `
update run set taken_seat = $3, answer = $4
where id = $2 and tenant_id = $1 and status in ('completed', 'failed', 'cancelled')`

const THREADS = `
select c.id, c.title, c.thread_run_id as "runId", c.thread_seat as seat, ${asMs('c.created_at')} as "createdAt",
  (select count(*)::int from turn t where t.conversation_id = c.id) as questions
from run r join conversation c on c.thread_run_id = r.id
where r.conversation_id = $2 and r.tenant_id = $1 and c.tenant_id = $1 and c.deleted_at is null
order by c.created_at, c.id`

async function readHistory(pool: Pool, tenantId: string, runId: string): Promise<HistoryTurn[]> {
  if (!isStorable(runId)) return []
  const { rows } = await pool.query<HistoryTurn>(HISTORY, [tenantId, runId])
  return rows
}

async function readThreads(pool: Pool, tenantId: string, conversationId: string): Promise<ThreadSummary[]> {
  if (!isStorable(conversationId)) return []
  const { rows } = await pool.query<ThreadSummary>(THREADS, [tenantId, conversationId])
  return rows
}

async function changed(pool: Pool, statement: string, values: (string | null)[]): Promise<boolean> {
  if (!values.every((value) => value === null || isStorable(value))) return false
  return (await pool.query(statement, values)).rowCount === 1
}
