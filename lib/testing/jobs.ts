import type { Pool } from 'pg'
import { createJobs, type Pace } from '../adapters/pg-boss/jobs.ts'
import type { Database } from '../adapters/prisma/database.ts'
import type { JobsBench } from '../ports/jobs.contract.ts'

/** As often as pg-boss allows, so that tests wait for effects and not for the next round. */
const BRISK: Pace = { pollS: 0.5, superviseS: 1, cronS: 1, retryS: 1 }

/** Processes that do jobs over one database, closed together with it. */
export function jobsBench(db: Database): JobsBench {
  return {
    process() {
      const errors: string[] = []
      const log = { info() {}, error: (event: string) => errors.push(event) }
      let isDead = false
      const query = (text: string, values?: unknown[]) =>
        isDead ? Promise.resolve({ rows: [] }) : db.pool.query(text, values)
      const pool = { query, connect: () => db.pool.connect() } as unknown as Pool
      return {
        jobs: createJobs({ kind: db.kind, pool }, { log, pace: BRISK }),
        errors,
        kill() {
          isDead = true
        },
      }
    },
    close: () => db.close(),
  }
}
