import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ClaimedRun, NewRun } from './runs.ts'
import { endedRun, freshTenant, type OpenStores, type Stores, sampleCall, sampleRun } from './stores.contract.ts'

const LONG = 60_000
const KEY = { stage: 'first_opinions', seat: 's1', attempt: 1 } as const

/** Leases: who drives a run, how another takes it over, and how a stop request travels. */
export function describeRunLeases(open: OpenStores): void {
  describe('leases', () => {
    let stores: Stores
    beforeAll(async () => {
      stores = await open()
    })
    afterAll(() => stores?.close())

    describeClaims(() => stores)
    describeKeeping(() => stores)
    describeCancelling(() => stores)
  })
}

async function begin(stores: Stores, leaseMs = LONG): Promise<NewRun> {
  const run = sampleRun(await freshTenant(stores), { leaseMs })
  await stores.runs.create(run)
  return run
}

function claim(stores: Stores, owner: string, changes: { max?: number; isSoleOwner?: boolean; leaseMs?: number } = {}) {
  return stores.runs.claim({ owner, leaseMs: LONG, max: 1_000, isSoleOwner: false, ...changes })
}

/** Claims until this run is among them, for a lease is the database's time and takes what it takes. */
async function claimSoon(stores: Stores, owner: string, run: NewRun): Promise<ClaimedRun> {
  let mine: ClaimedRun | undefined
  await expect
    .poll(async () => {
      mine = (await claim(stores, owner)).find((claimed) => claimed.runId === run.id)
      return mine
    })
    .toBeDefined()
  return mine as ClaimedRun
}

function describeClaims(stores: () => Stores): void {
  it('leaves a run alone while its lease lasts, and hands it on when it has expired', async () => {
    const held = await begin(stores())
    const dropped = await begin(stores(), 1)
    expect(await claimSoon(stores(), 'owner-b', dropped)).toEqual({
      runId: dropped.id,
      tenantId: dropped.tenantId,
      epoch: 2,
    })
    expect(await stores().runs.get(held.tenantId, held.id)).toMatchObject({ epoch: 1 })
    expect(await stores().runs.get(dropped.tenantId, dropped.id)).toMatchObject({ epoch: 2, status: 'running' })
  })

  it('hands every run to exactly one of several owners that claim at once', async () => {
    const runs = await Promise.all(Array.from({ length: 10 }, () => begin(stores())))
    const owners = ['owner-p', 'owner-q', 'owner-r', 'owner-s']
    const taken = await Promise.all(owners.map((owner) => claim(stores(), owner, { isSoleOwner: true, max: 4 })))
    const ids = taken.flat().map((claimed) => `${claimed.runId} ${claimed.epoch}`)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { id, tenantId } of runs) {
      const { epoch } = (await stores().runs.get(tenantId, id)) ?? {}
      expect(ids.filter((entry) => entry.startsWith(`${id} `))).toHaveLength((epoch ?? 0) - 1)
    }
  })

  it('takes an expired run once, however many reach for it', async () => {
    const run = await begin(stores(), 0)
    const winners: ClaimedRun[] = []
    const reach = async () => {
      const rounds = await Promise.all(['a', 'b', 'c', 'd'].map((name) => claim(stores(), `reach-${name}`)))
      winners.push(...rounds.flat().filter((claimed) => claimed.runId === run.id))
      return winners.length
    }
    await expect.poll(reach).toBeGreaterThan(0)
    await reach()
    expect(winners).toEqual([{ runId: run.id, tenantId: run.tenantId, epoch: 2 }])
  })

  it('takes no more than asked for, oldest first', async () => {
    const first = await begin(stores())
    await begin(stores())
    await claim(stores(), 'owner-all', { isSoleOwner: true })
    const taken = await claim(stores(), 'owner-one', { isSoleOwner: true, max: 1 })
    expect(taken).toHaveLength(1)
    expect(taken[0]?.runId.localeCompare(first.id)).toBeLessThanOrEqual(0)
  })

  it('lets the sole owner take what others hold at once, and leaves it what it holds itself', async () => {
    const run = await begin(stores())
    const taken = await claim(stores(), 'owner-sole', { isSoleOwner: true })
    expect(taken).toContainEqual({ runId: run.id, tenantId: run.tenantId, epoch: 2 })
    expect(await claim(stores(), 'owner-sole', { isSoleOwner: true })).toEqual([])
  })

  it('never takes a run that has ended', async () => {
    const run = await endedRun(stores(), sampleRun(await freshTenant(stores()), { leaseMs: 0 }))
    const taken = await claim(stores(), 'owner-late', { isSoleOwner: true })
    expect(taken.map((claimed) => claimed.runId)).not.toContain(run.id)
  })
}

function describeKeeping(stores: () => Stores): void {
  const keep = (run: NewRun, changes: { epoch?: number; text?: string } = {}) => {
    const { epoch = 1, text } = changes
    const texts = text === undefined ? [] : [{ runId: run.id, ...KEY, text }]
    return stores().runs.keep({ runs: [{ runId: run.id, epoch }], texts, leaseMs: LONG })
  }

  it('renews a lease, even one that has expired, while nobody else has taken the run', async () => {
    const run = await begin(stores(), 0)
    expect(await keep(run)).toEqual({ owned: [run.id], cancelRequested: [] })
    expect((await claim(stores(), 'owner-b')).map((claimed) => claimed.runId)).not.toContain(run.id)
  })

  it('stores the text of calls that run, and leaves finished ones as they are', async () => {
    const run = await begin(stores())
    const write = (status: 'running' | 'completed', text: string) =>
      stores().runs.commit({ runId: run.id, epoch: 1, events: [], calls: [sampleCall({ status, text })], end: null })
    const text = async () => (await stores().runs.get(run.tenantId, run.id))?.calls[0]?.text
    await write('running', '')
    await keep(run, { text: 'half\u0000 an ans' })
    expect(await text()).toBe('half an ans')
    await write('completed', 'half an answer')
    await keep(run, { text: 'half an ans' })
    expect(await text()).toBe('half an answer')
  })

  it('gives nothing to an epoch that has passed', async () => {
    const run = await begin(stores())
    await stores().runs.commit({ runId: run.id, epoch: 1, events: [], calls: [sampleCall()], end: null })
    await claim(stores(), 'owner-new', { isSoleOwner: true })
    expect(await keep(run, { text: 'from the past' })).toEqual({ owned: [], cancelRequested: [] })
    expect((await stores().runs.get(run.tenantId, run.id))?.calls[0]?.text).toBe('')
    expect(await keep(run, { epoch: 2, text: 'now' })).toEqual({ owned: [run.id], cancelRequested: [] })
    expect((await stores().runs.get(run.tenantId, run.id))?.calls[0]?.text).toBe('now')
  })

  it('does not own runs that have ended or never were', async () => {
    const run = await endedRun(stores(), sampleRun(await freshTenant(stores())))
    expect(await keep(run)).toEqual({ owned: [], cancelRequested: [] })
    expect(await keep(sampleRun(run.tenantId))).toEqual({ owned: [], cancelRequested: [] })
    expect(await stores().runs.keep({ runs: [], texts: [], leaseMs: LONG })).toEqual({ owned: [], cancelRequested: [] })
  })

  it('keeps many runs at once, from several callers at once', async () => {
    const runs = await Promise.all(Array.from({ length: 20 }, () => begin(stores())))
    const input = runs.map((run) => ({ runId: run.id, epoch: 1 }))
    const orders = [input, input.toReversed(), input, input.toReversed()]
    const kept = await Promise.all(orders.map((list) => stores().runs.keep({ runs: list, texts: [], leaseMs: LONG })))
    for (const { owned } of kept) expect(owned.toSorted()).toEqual(runs.map((run) => run.id).toSorted())
  })
}

function describeCancelling(stores: () => Stores): void {
  it('tells whoever keeps the run that it was asked to stop', async () => {
    const run = await begin(stores())
    expect(await stores().runs.requestCancel(run.tenantId, run.id)).toBe(true)
    expect(await stores().runs.requestCancel(run.tenantId, run.id)).toBe(true)
    const kept = await stores().runs.keep({ runs: [{ runId: run.id, epoch: 1 }], texts: [], leaseMs: LONG })
    expect(kept).toEqual({ owned: [run.id], cancelRequested: [run.id] })
    expect(await stores().runs.get(run.tenantId, run.id)).toMatchObject({ isCancelRequested: true, status: 'running' })
  })

  it('stops nothing for a tenant that does not own the run', async () => {
    const run = await begin(stores())
    expect(await stores().runs.requestCancel(await freshTenant(stores()), run.id)).toBe(false)
    expect(await stores().runs.requestCancel(run.tenantId, 'run_nowhere')).toBe(false)
    expect(await stores().runs.requestCancel(run.tenantId, `${run.id}\u0000`)).toBe(false)
    expect(await stores().runs.get(run.tenantId, run.id)).toMatchObject({ isCancelRequested: false })
  })

  it('leaves a run that has ended as it is', async () => {
    const run = await endedRun(stores(), sampleRun(await freshTenant(stores())))
    expect(await stores().runs.requestCancel(run.tenantId, run.id)).toBe(true)
    expect(await stores().runs.get(run.tenantId, run.id)).toMatchObject({
      isCancelRequested: false,
      status: 'completed',
    })
  })
}
