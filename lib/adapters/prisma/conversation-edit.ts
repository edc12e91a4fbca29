import 'server-only'
import type { ConversationSummary } from '../../core/conversations/types.ts'
import { cleanText } from '../../core/kernel/text.ts'
import type { ConversationStore, EditOutcome } from '../../ports/conversations.ts'
import { SUMMARY, SUMS, type SummaryRow } from './conversation-summary.ts'
import { isStorable, toJson } from './sql.ts'
import type { HotDatabase } from './statement.ts'

const READ = `select ${SUMMARY} from conversation c ${SUMS} where c.tenant_id = $1 and c.id = $2 and c.deleted_at is null`

/** A mark that is set keeps the time it was first set; null leaves it as it is. */
const mark = (column: string, value: string) =>
  `${column} = case when ${value}::bool is null then ${column} when ${value} then coalesce(${column}, at.moment) end`

const UPDATE = `
with at as (
  select to_timestamp($3::float8 / 1000) as moment
), c as (
  update conversation set
    title = coalesce($5, title), title_edited = title_edited or $5::text is not null,
    ${mark('pinned_at', '$6')}, ${mark('archived_at', '$7')}, ${mark('favourite_at', '$8')},
    metadata = coalesce($9::jsonb, metadata), version = version + 1
  from at where tenant_id = $1 and id = $2 and deleted_at is null and ($4::int is null or version = $4)
  returning conversation.*
)
select ${SUMMARY} from c ${SUMS}`

const REMOVE = `
with c as (
  update conversation set deleted_at = coalesce(deleted_at, to_timestamp($3::float8 / 1000)),
    version = version + (deleted_at is null)::int
  where tenant_id = $1 and id = $2 returning id
)
select (select coalesce(json_agg(r.id), '[]') from run r
  where r.conversation_id = c.id and r.status in ('queued', 'running')) as "liveRuns" from c`

const REMOVED = 'select title from conversation where tenant_id = $1 and id = $2 and deleted_at is not null'

const RESTORE = `
with c as (
  update conversation set deleted_at = null, version = version + (deleted_at is not null)::int
  where tenant_id = $1 and id = $2 returning *
)
select ${SUMMARY} from c ${SUMS}`

/** The summary of one conversation of that tenant, or null. */
export async function readSummary(
  { pool }: HotDatabase,
  tenantId: string,
  id: string,
): Promise<ConversationSummary | null> {
  if (!isStorable(id)) return null
  const { rows } = await pool.query<SummaryRow>(READ, [tenantId, id])
  return rows[0] ?? null
}

/** One statement decides and writes, so that of two editors with the same version only one comes through. */
export async function updateConversation(
  db: HotDatabase,
  tenantId: string,
  id: string,
  { change, at, expected }: Parameters<ConversationStore['update']>[2],
): Promise<EditOutcome> {
  if (!isStorable(id)) return { outcome: 'missing' }
  const { title, pinned, archived, favourite, metadata } = change
  const { rows } = await db.pool.query<SummaryRow>(UPDATE, [
    tenantId,
    id,
    at,
    expected,
    title === undefined ? null : cleanText(title),
    pinned ?? null,
    archived ?? null,
    favourite ?? null,
    metadata === undefined ? null : toJson(metadata),
  ])
  if (rows[0]) return { outcome: 'updated', conversation: rows[0] }
  const current = await readSummary(db, tenantId, id)
  return current ? { outcome: 'conflict', conversation: current } : { outcome: 'missing' }
}

export async function removeConversation(
  { pool }: HotDatabase,
  tenantId: string,
  id: string,
  at: number,
): Promise<{ liveRuns: string[] } | null> {
  if (!isStorable(id)) return null
  const { rows } = await pool.query<{ liveRuns: string[] }>(REMOVE, [tenantId, id, at])
  return rows[0] ?? null
}

export async function readRemoved(
  { pool }: HotDatabase,
  tenantId: string,
  id: string,
): Promise<{ title: string } | null> {
  if (!isStorable(id)) return null
  const { rows } = await pool.query<{ title: string }>(REMOVED, [tenantId, id])
  return rows[0] ?? null
}

export async function restoreConversation(
  { pool }: HotDatabase,
  tenantId: string,
  id: string,
): Promise<ConversationSummary | null> {
  if (!isStorable(id)) return null
  const { rows } = await pool.query<SummaryRow>(RESTORE, [tenantId, id])
  return rows[0] ?? null
}
