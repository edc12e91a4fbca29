import 'server-only'
import type { RunStore } from '../../ports/runs.ts'
import { step } from './failure.ts'
import { commitRun } from './run-commit.ts'
import { createRun } from './run-create.ts'
import { claimRuns, keepRuns, requestCancel } from './run-lease.ts'
import { readRun } from './run-read.ts'
import type { HotDatabase } from './statement.ts'

/** The store of runs. Its statements are hot, so they are written by hand and go through the one pool. */
export function createRunStore(db: HotDatabase): RunStore {
  return {
    create: (run) => step('runs.create', () => createRun(db, run)),
    get: (tenantId, runId) => step('runs.get', () => readRun(db, tenantId, runId)),
    commit: (commit) => step('runs.commit', () => commitRun(db, commit)),
    keep: (input) => step('runs.keep', () => keepRuns(db, input)),
    claim: (input) => step('runs.claim', () => claimRuns(db, input)),
    requestCancel: (tenantId, runId) => step('runs.requestCancel', () => requestCancel(db, tenantId, runId)),
  }
}
