import 'server-only'
import pg from 'pg'
import { type Database, databaseOver } from './database.ts'

export type PostgresOptions = { maxConnections: number; connectTimeoutMs: number; statementTimeoutMs: number }

/** A pool on a PostgreSQL server. Nothing is sent before the first query. */
export function openPostgres(url: string, options: PostgresOptions): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.maxConnections,
    connectionTimeoutMillis: options.connectTimeoutMs,
    statement_timeout: options.statementTimeoutMs,
    // The server ends a slow statement; this ends the wait for a server that has gone silent.
    query_timeout: options.statementTimeoutMs + 2_000,
    idle_in_transaction_session_timeout: 30_000,
    keepAlive: true,
    application_name: 'llm-council',
  })
  return databaseOver('postgres', pool, async () => {})
}
