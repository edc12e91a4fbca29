import 'server-only'
import type { Database } from './database.ts'
import { openEmbedded, openInMemory } from './embedded.ts'
import { keepStatistics } from './embedded-statistics.ts'
import { migrate } from './migrate.ts'
import { openPostgres } from './postgres.ts'

export type { Database } from './database.ts'

export type DatabaseOptions = {
  /** A PostgreSQL server; wins over `dataDir`. */
  url?: string
  /** Where the embedded database lives; `:memory:` keeps nothing. */
  dataDir?: string
  /** Connections to PostgreSQL at most; the embedded database has one. */
  maxConnections?: number
  connectTimeoutMs?: number
  statementTimeoutMs?: number
  migrationsDir?: string
}

/** Opens and migrates the database. Refuses during `next build`, where a page that touches it would create one. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  if (process.env.NEXT_PHASE === 'phase-production-build') {
    throw new Error('The database is not opened while the product is being built.')
  }
  const db = await connect(options)
  try {
    await migrate(db.pool, options.migrationsDir)
    return db.kind === 'embedded' ? await withStatistics(db) : db
  } catch (error) {
    await db.close().catch(() => {})
    throw error
  }
}

async function connect(options: DatabaseOptions): Promise<Database> {
  if (options.url) {
    return openPostgres(options.url, {
      maxConnections: options.maxConnections ?? 10,
      connectTimeoutMs: options.connectTimeoutMs ?? 1_500,
      statementTimeoutMs: options.statementTimeoutMs ?? 10_000,
    })
  }
  if (!options.dataDir) throw new Error('openDatabase needs a url or a dataDir.')
  return options.dataDir === ':memory:' ? openInMemory() : openEmbedded(options.dataDir)
}

async function withStatistics(db: Database): Promise<Database> {
  const stop = await keepStatistics(db.pool)
  return {
    ...db,
    close() {
      stop()
      return db.close()
    },
  }
}
