import 'server-only'
import type { RunStore } from '../../ports/runs.ts'
import type { Database } from './database.ts'
import { step } from './failure.ts'
import { commitRun } from './run-commit.ts'
import { createRun } from './run-create.ts'
import { claimRuns, keepRuns, requestCancel } from './run-lease.ts'
import { readRun } from './run-read.ts'

/** The store of runs. Its statements are hot, so they are written by hand and go through the one pool. */
export function createRunStore({ pool }: Pick<Database, 'pool'>): RunStore {
  return {
    create: (run) => step('runs.create', () => createRun(pool, run)),
    get: (tenantId, runId) => step('runs.get', () => readRun(pool, tenantId, runId)),
    commit: (commit) => step('runs.commit', () => commitRun(pool, commit)),
    keep: (input) => step('runs.keep', () => keepRuns(pool, input)),
    claim: (input) => step('runs.claim', () => claimRuns(pool, input)),
    requestCancel: (tenantId, runId) => step('runs.requestCancel', () => requestCancel(pool, tenantId, runId)),
  }
}
