import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Pool, PoolClient } from 'pg'

type Migration = { name: string; sql: string; checksum: string }

/** The lock that the Prisma CLI takes too, so that it and the product never migrate at once. */
const LOCK_ID = 72707369

const HISTORY_TABLE = `create table if not exists "_prisma_migrations" (
  "id" varchar(36) primary key not null, "checksum" varchar(64) not null, "finished_at" timestamptz,
  "migration_name" varchar(255) not null, "logs" text, "rolled_back_at" timestamptz,
  "started_at" timestamptz not null default now(), "applied_steps_count" integer not null default 0)`

/** Applies prisma/migrations in order, one transaction each, recorded as `prisma migrate deploy` would. Returns their names. */
export async function migrate(pool: Pool, dir = path.join(process.cwd(), 'prisma/migrations')): Promise<string[]> {
  const migrations = await readMigrations(dir)
  const client = await pool.connect().catch((error) => {
    throw new Error(`The database could not be reached (${codeOf(error)}).`, { cause: error })
  })
  try {
    const done = await readHistory(client)
    const pending = migrations.filter((migration) => !isDone(migration, done))
    const applied: string[] = []
    for (const migration of pending) if (await apply(client, migration)) applied.push(migration.name)
    return applied
  } finally {
    client.release()
  }
}

/** The migrations as they are on disk, oldest first. */
export async function readMigrations(dir: string): Promise<Migration[]> {
  const entries = await readdir(/*turbopackIgnore: true*/ dir, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(/*turbopackIgnore: true*/ path.join(dir, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

type History = Map<string, { checksum: string; isFinished: boolean }>

async function readHistory(client: PoolClient): Promise<History> {
  const { rows: found } = await client.query(`select to_regclass('"_prisma_migrations"') is not null as here`)
  if (!found[0]?.here) return new Map()
  const { rows } = await client.query(
    `select migration_name as name, checksum, finished_at is not null as "isFinished"
     from "_prisma_migrations" where rolled_back_at is null`,
  )
  return new Map(rows.map((row) => [row.name, row]))
}

function isDone(migration: Migration, history: History): boolean {
  const entry = history.get(migration.name)
  if (!entry) return false
  if (!entry.isFinished) {
    throw new Error(
      `Migration ${migration.name} was begun by the Prisma CLI and did not finish. Run "prisma migrate resolve".`,
    )
  }
  if (entry.checksum !== migration.checksum)
    throw new Error(`Migration ${migration.name} was changed after it was applied.`)
  return true
}

/** False when another process applied it while this one waited for the lock. */
async function apply(client: PoolClient, migration: Migration): Promise<boolean> {
  await client.query('begin')
  try {
    await client.query('set local statement_timeout = 0')
    await client.query(patiently('select pg_advisory_xact_lock($1)', [LOCK_ID]))
    await client.query(HISTORY_TABLE)
    const isNew = !isDone(migration, await readHistory(client))
    if (isNew) {
      await client.query(patiently(migration.sql))
      await client.query(
        `insert into "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
         values ($1, $2, $3, now(), 1)`,
        [randomUUID(), migration.checksum, migration.name],
      )
    }
    await client.query('commit')
    return isNew
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw explain(migration, error)
  }
}

/** A migration may take longer than the pool lets an ordinary statement take. */
function patiently(text: string, values?: unknown[]): { text: string; values?: unknown[]; query_timeout: number } {
  return { text, values, query_timeout: 60 * 60_000 }
}

function explain(migration: Migration, error: unknown): Error {
  if (codeOf(error) === '42501') {
    return new Error(
      'The database user may not create tables. Grant it CREATE on the schema, or let an administrator run "prisma migrate deploy" once.',
      { cause: error },
    )
  }
  const message = error instanceof Error ? error.message : String(error)
  return new Error(`Migration ${migration.name} failed: ${message}`, { cause: error })
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : 'no answer'
}
