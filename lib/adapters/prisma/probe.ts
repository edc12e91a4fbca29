import 'server-only'
import type { Pool } from 'pg'
import type { HealthProbe } from '../../ports/health.ts'

const PATIENCE_MS = 1_800

/** Asks the database for a one. The reason names an error code, never an address or a credential. */
export function databaseProbe(pool: Pick<Pool, 'query'>): HealthProbe {
  return {
    async check() {
      const began = performance.now()
      const reason = await Promise.race([pool.query('select 1').then(() => null, describe), patience()])
      const latencyMs = Math.round((performance.now() - began) * 100) / 100
      return { name: 'database', status: reason === null ? 'ok' : 'down', latencyMs, reason }
    },
  }
}

function patience(): Promise<string> {
  return new Promise((resolve) => setTimeout(() => resolve(`no answer within ${PATIENCE_MS} ms`), PATIENCE_MS).unref())
}

function describe(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? `query failed (${code})` : 'query failed'
}
