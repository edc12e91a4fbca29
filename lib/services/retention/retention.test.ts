import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '../../adapters/system/clock.ts'
import { endedRun, freshTenant, NOON, type Stores, sampleRun } from '../../ports/stores.contract.ts'
import { memoryDatabase } from '../../testing/database.ts'
import { storesOver } from '../../testing/stores.ts'
import { retentionJob } from './index.ts'

let stores: Stores
beforeAll(async () => {
  stores = storesOver(await memoryDatabase())
})
afterAll(() => stores?.close())

const DAY = 86_400_000
const never = new AbortController().signal

/** The job as it runs at `now`, and what it logged. */
function jobAt(now: number, removedDays = 30) {
  const lines: object[] = []
  const log = { info: (_event: string, fields?: object) => void lines.push(fields ?? {}), error() {} }
  const clock = { now: () => now, after: systemClock.after }
  return { job: retentionJob({ ...stores, clock, log }, { removedDays }), lines }
}

async function removedAt(at: number, count: number) {
  const tenantId = await freshTenant(stores)
  for (let i = 0; i < count; i++) {
    const run = await endedRun(stores, sampleRun(tenantId))
    await stores.conversations.remove(tenantId, run.conversationId, at)
  }
}

describe('the nightly clean-up', () => {
  it('keeps a removed conversation for its days, then purges all of them in steps, and says how many', async () => {
    await removedAt(NOON, 45)
    const early = jobAt(NOON + 29 * DAY)
    await early.job.work({}, never)
    expect(early.lines).toMatchObject([{ conversations: 0 }])
    const due = jobAt(NOON + 31 * DAY)
    await due.job.work({}, never)
    await due.job.work({}, never)
    expect(due.lines).toMatchObject([{ conversations: 45 }, { conversations: 0 }])
  })

  it('ends between two steps when its job is stopped', async () => {
    await removedAt(NOON, 45)
    const stop = new AbortController()
    const { job } = jobAt(NOON + 2 * DAY, 1)
    const working = job.work({}, stop.signal)
    stop.abort(new Error('stopped'))
    await expect(working).rejects.toThrow('stopped')
    expect(await stores.retention.purgeConversations(NOON + 2 * DAY, 100)).toBeGreaterThan(0)
  })
})
