import { appendFileSync } from 'node:fs'
import path from 'node:path'
import { createBranchStore } from '../../lib/adapters/prisma/branch-store.ts'
import { createConversationStore } from '../../lib/adapters/prisma/conversation-store.ts'
import { createCouncilStore } from '../../lib/adapters/prisma/council-store.ts'
import { createIdentityStore } from '../../lib/adapters/prisma/identity-store.ts'
import { createLedger } from '../../lib/adapters/prisma/ledger-store.ts'
import { openDatabase } from '../../lib/adapters/prisma/open.ts'
import { createRunStore } from '../../lib/adapters/prisma/run-store.ts'
import { systemClock } from '../../lib/adapters/system/clock.ts'
import { systemIds } from '../../lib/adapters/system/ids.ts'
import { OPERATOR_TENANT } from '../../lib/services/context.ts'
import { createEngine, startRun, tailRun, waitForRun } from '../../lib/services/runs/index.ts'
import { auditRuns } from './audit.ts'
import { loggedModels } from './upstream.ts'

/*
 * The engine alone in a process that is made to die. Arguments: folder, number of runs to start.
 * With 0 runs it only finishes what was left, audits everything and prints the verdict as JSON.
 */
const [dir = '', count = '0'] = process.argv.slice(2)
const requestLog = path.join(dir, 'requests.log')
const shownLog = path.join(dir, 'shown.log')

const database = await openDatabase({ dataDir: path.join(dir, 'pglite') })
const identity = createIdentityStore(database)
await identity.ensureTenant(OPERATOR_TENANT)
const log = { info() {}, error: (event: string, error: unknown) => console.error(event, error) }
const runs = createRunStore(database)
const deps = { models: loggedModels(requestLog), runs, clock: systemClock, ids: systemIds, log }
const engine = createEngine(deps, {
  owner: systemIds.secret(6),
  leaseMs: 15_000,
  keepMs: 100,
  sweepMs: 2_000,
  lingerMs: 1_000,
  isSoleOwner: true,
})
const actor = { kind: 'operator' as const, tenantId: OPERATOR_TENANT }
const ctx = {
  ...deps,
  identity,
  branches: createBranchStore(database),
  conversations: createConversationStore(database),
  councils: createCouncilStore(database),
  engine,
  actor,
}

await engine.start()
if (count === '0') await finish()
else await work(Number(count))

async function work(total: number) {
  const started = await Promise.all(
    Array.from({ length: total }, (_, i) =>
      startRun(ctx, { question: `Soak question ${i}?`, council: i % 2 ? 'quick' : 'standard' }),
    ),
  )
  for (const { runId } of started) void watch(runId)
  process.stdout.write('started\n')
}

/** A viewer: writes down every finished call that it was shown. */
async function watch(runId: string) {
  for await (const frame of await tailRun(ctx, runId, { after: null, signal: new AbortController().signal })) {
    if (frame.event !== 'call.completed') continue
    const { stage, seat, attempt } = frame.data as { stage: string; seat: string; attempt: number }
    appendFileSync(shownLog, `${runId} ${stage} ${seat} ${attempt}\n`)
  }
}

async function finish() {
  const { rows } = await database.pool.query<{ id: string }>("select id from run where status in ('queued', 'running')")
  const signal = new AbortController().signal
  await Promise.all(rows.map(({ id }) => waitForRun(ctx, id, { timeoutMs: 60_000, signal })))
  const verdict = await auditRuns({ ledger: createLedger(database), pool: database.pool, runs, requestLog, shownLog })
  await engine.drain(0)
  await database.close()
  process.stdout.write(`${JSON.stringify(verdict)}\n`)
  process.exit(0)
}
