import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import type { Pool } from 'pg'
import type { HealthProbe } from '../../ports/health.ts'
import { PrismaClient } from './generated/client.ts'
import { databaseProbe } from './probe.ts'

/** An open, migrated database. Everything goes through the one pool, on PGlite as on PostgreSQL. */
export type Database = {
  kind: 'embedded' | 'postgres'
  pool: Pool
  prisma: PrismaClient
  probe: HealthProbe
  /** Waits for running statements, then lets go of the database and its lock. Safe to call twice. */
  close(): Promise<void>
}

/** Puts the Prisma client over a pool that is already there; `release` is called once, after the pool has ended. */
export function databaseOver(kind: Database['kind'], pool: Pool, release: () => Promise<void>): Database {
  // An idle connection that breaks must not end the process; the next query reports the trouble.
  pool.on('error', () => {})
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) })
  let closing: Promise<void> | null = null
  const close = async () => {
    await prisma.$disconnect()
    await pool.end()
    await release()
  }
  return { kind, pool, prisma, probe: databaseProbe(pool), close: () => (closing ??= close()) }
}
