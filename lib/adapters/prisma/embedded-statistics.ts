import 'server-only'
import type { Pool } from 'pg'

/** What the planner must know to choose an index: how many tenants there are, and how seldom marks are set. */
const COLUMNS: Record<string, string> = {
  conversation: 'tenant_id, updated_at, pinned_at, archived_at, favourite_at, deleted_at',
  turn: 'tenant_id, conversation_id, created_at',
  run: 'tenant_id, conversation_id, turn_id, status, created_at',
}

/** Tables of more than a few pages that were never looked at (a new index alone counts pages too) or grew by a fifth. */
const GROWN = `select relname as name
  from pg_class c, lateral (select pg_relation_size(c.oid) / current_setting('block_size')::int as pages) now
  where relnamespace = 'public'::regnamespace and relname = any($1) and now.pages > 50 and (
    now.pages > 1.2 * relpages
    or not exists (select 1 from pg_stats s where s.tablename = relname and s.attname = 'tenant_id'))`

const EVERY_MS = 10 * 60_000

/**
 * The embedded engine has no autovacuum, so nobody else tells its planner that a table has grown; of 100,000 conversations
 * it would sort all to find the newest. Looks now and every ten minutes; answers how to stop.
 */
export async function keepStatistics(pool: Pool): Promise<() => void> {
  await refreshStatistics(pool)
  // a try that fails is made again; queries are slower until then, never wrong
  const timer = setInterval(() => refreshStatistics(pool).catch(() => {}), EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}

async function refreshStatistics(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(GROWN, [Object.keys(COLUMNS)])
  // a tenth of the usual sample: enough for keys, and a moment's work
  if (rows.length > 0) await pool.query('set default_statistics_target = 10')
  for (const { name } of rows) await pool.query(`analyze ${name} (${COLUMNS[name]})`)
}
