import 'server-only'
import type { QueryConfig } from 'pg'
import type { Database } from './database.ts'

/** What a hot statement runs on. */
export type HotDatabase = Pick<Database, 'kind' | 'pool'>

/** A hot statement, by the name it is prepared under. */
export type Statement = { name: string; text: string }

/**
 * The statement with its values. On PGlite it is prepared once for the one session, which takes most of its time away;
 * not on PostgreSQL, where a transaction pooler may hand the next statement to another session.
 */
export function bind(kind: Database['kind'], { name, text }: Statement, values: unknown[]): QueryConfig {
  return kind === 'embedded' ? { name, text, values } : { text, values }
}
