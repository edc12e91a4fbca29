import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CURRENT } from '../core/conversations/types.ts'
import type { CreateOutcome, NewRun } from './runs.ts'
import { endedRun, freshId, freshTenant, NOON, type OpenStores, type Stores, sampleRun } from './stores.contract.ts'

const HOUR = 3_600_000
const NO_LIMIT = 1_000

/** Creating runs: once per key, within the limits, and only where the tenant may. */
export function describeRunCreation(open: OpenStores): void {
  describe('creation', () => {
    let stores: Stores
    beforeAll(async () => {
      stores = await open()
    })
    afterAll(() => stores?.close())

    it('stores a first question as a running run at epoch 1', async () => {
      const run = sampleRun(await freshTenant(stores))
      expect(await stores.runs.create(run)).toEqual({ outcome: 'created', epoch: 1 })
      const { id, tenantId, conversationId, turnId, question, plan, sourceRunId, createdAt } = run
      expect(await stores.runs.get(tenantId, id)).toEqual({
        ...{ id, tenantId, conversationId, turnId, question, plan, sourceRunId, createdAt },
        ...{ takenSeat: null, status: 'running', epoch: 1, events: [], calls: [] },
        ...{ isCancelRequested: false, isRemoved: false },
      })
    })

    it('shows a run to nobody but its tenant', async () => {
      const run = sampleRun(await freshTenant(stores))
      await stores.runs.create(run)
      expect(await stores.runs.get(await freshTenant(stores), run.id)).toBeNull()
      expect(await stores.runs.get(run.tenantId, 'run_nowhere')).toBeNull()
      expect(await stores.runs.get(run.tenantId, `${run.id}\u0000`)).toBeNull()
    })

    it('keeps NUL characters and lone surrogates from ever being an error', async () => {
      const tenantId = await freshTenant(stores)
      const question = 'a\u0000b\ud800c'
      const run = sampleRun(tenantId, { question, newConversation: { title: question } })
      run.plan = { ...run.plan, history: [{ question, answer: '\udfff', stopped: false }] }
      await stores.runs.create({ ...run, idempotency: { key: 'k\u0000', bodyHash: 'h' } })
      const stored = await stores.runs.get(tenantId, run.id)
      expect(stored?.question).toBe('ab\ufffdc')
      expect(stored?.plan.history).toEqual([{ question: 'ab\ufffdc', answer: '\ufffd', stopped: false }])
    })

    it('refuses a tenant that does not exist', async () => {
      expect(await stores.runs.create(sampleRun('tnt_nobody'))).toEqual({ outcome: 'tenant_missing' })
    })

    describeIdempotency(() => stores)
    describeLimits(() => stores)
    describePlaces(() => stores)
  })
}

function describeIdempotency(stores: () => Stores): void {
  it('answers a repeated key with the run it made, and another body under it with a mismatch', async () => {
    const run = sampleRun(await freshTenant(stores()), { idempotency: { key: 'k', bodyHash: 'h' } })
    await stores().runs.create(run)
    const again = sampleRun(run.tenantId, {
      idempotency: { key: 'k', bodyHash: 'h' },
      limits: { runsPerDay: 1, liveRuns: 1 },
    })
    expect(await stores().runs.create(again)).toEqual({ outcome: 'repeated', runId: run.id })
    const other = sampleRun(run.tenantId, { idempotency: { key: 'k', bodyHash: 'other' } })
    expect(await stores().runs.create(other)).toEqual({ outcome: 'key_mismatch' })
  })

  it('keeps the keys of tenants apart', async () => {
    for (const tenantId of [await freshTenant(stores()), await freshTenant(stores())]) {
      const made = await stores().runs.create(sampleRun(tenantId, { idempotency: { key: 'shared', bodyHash: 'h' } }))
      expect(made.outcome).toBe('created')
    }
  })

  it('makes one run of fifty parallel submits with one key', async () => {
    const tenantId = await freshTenant(stores())
    const runs = Array.from({ length: 50 }, () => sampleRun(tenantId, { idempotency: { key: 'k', bodyHash: 'h' } }))
    const outcomes = await Promise.all(runs.map((run) => stores().runs.create(run)))
    const made = runs.filter((_run, index) => outcomes[index]?.outcome === 'created')
    expect(made).toHaveLength(1)
    expect(outcomes.filter((o) => o.outcome === 'repeated' && o.runId === made[0]?.id)).toHaveLength(49)
    expect(await stores().conversations.list(tenantId, { limit: 100, before: null, filter: CURRENT })).toHaveLength(1)
  })

  it('does not use a key up when the run is refused', async () => {
    const tenantId = await freshTenant(stores())
    const idempotency = { key: 'k', bodyHash: 'h' }
    const refused = sampleRun(tenantId, { idempotency, limits: { runsPerDay: NO_LIMIT, liveRuns: 0 } })
    expect(await stores().runs.create(refused)).toEqual({ outcome: 'live_limit', limit: 0 })
    expect(await stores().runs.create(sampleRun(tenantId, { idempotency }))).toEqual({ outcome: 'created', epoch: 1 })
  })
}

function describeLimits(stores: () => Stores): void {
  const ask = (tenantId: string, limits: NewRun['limits'], createdAt = NOON): Promise<CreateOutcome> =>
    stores().runs.create(sampleRun(tenantId, { limits, createdAt }))

  it('never lets parallel requests overshoot the live runs', async () => {
    const tenantId = await freshTenant(stores())
    const limits = { runsPerDay: NO_LIMIT, liveRuns: 2 }
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => ask(tenantId, limits)))
    expect(outcomes.filter((o) => o.outcome === 'created')).toHaveLength(2)
    expect(outcomes.filter((o) => o.outcome === 'live_limit')).toHaveLength(18)
  })

  it('never lets parallel requests overshoot the day', async () => {
    const tenantId = await freshTenant(stores())
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => ask(tenantId, { runsPerDay: 3, liveRuns: NO_LIMIT })),
    )
    expect(outcomes.filter((o) => o.outcome === 'created')).toHaveLength(3)
    expect(outcomes.filter((o) => o.outcome === 'day_limit')).toHaveLength(17)
  })

  it('gives the place of a live run back when it ends', async () => {
    const tenantId = await freshTenant(stores())
    const limits = { runsPerDay: NO_LIMIT, liveRuns: 1 }
    await endedRun(stores(), sampleRun(tenantId, { limits }))
    expect(await ask(tenantId, limits)).toEqual({ outcome: 'created', epoch: 1 })
  })

  it('counts the last 24 hours and says when the next question is free', async () => {
    const tenantId = await freshTenant(stores())
    const limits = { runsPerDay: 2, liveRuns: NO_LIMIT }
    await ask(tenantId, null, NOON - 20 * HOUR)
    await ask(tenantId, null, NOON - 5 * HOUR)
    expect(await ask(tenantId, limits)).toEqual({ outcome: 'day_limit', limit: 2, resetS: 4 * 3_600 })
    expect((await ask(tenantId, limits, NOON + 4 * HOUR)).outcome).toBe('created')
  })

  it('gives a question of the day back when nobody answered it', async () => {
    const tenantId = await freshTenant(stores())
    const limits = { runsPerDay: 1, liveRuns: NO_LIMIT }
    await endedRun(stores(), sampleRun(tenantId), { status: 'failed', answer: null, isCounted: false })
    expect((await ask(tenantId, limits)).outcome).toBe('created')
    expect((await ask(tenantId, limits)).outcome).toBe('day_limit')
  })

  it('counts every tenant for itself', async () => {
    const limits = { runsPerDay: 1, liveRuns: 1 }
    expect((await ask(await freshTenant(stores()), limits)).outcome).toBe('created')
    expect((await ask(await freshTenant(stores()), limits)).outcome).toBe('created')
  })
}

function describePlaces(stores: () => Stores): void {
  it('continues a conversation of the tenant with the next turn', async () => {
    const first = sampleRun(await freshTenant(stores()))
    await stores().runs.create(first)
    const { tenantId, conversationId } = first
    const next = sampleRun(tenantId, {
      conversationId,
      newConversation: null,
      createdAt: NOON + 5,
      question: 'And at night?',
    })
    expect((await stores().runs.create(next)).outcome).toBe('created')
    const talk = await stores().conversations.get(tenantId, conversationId)
    expect(talk?.turns.map((turn) => turn.question)).toEqual(['Why is the sky blue?', 'And at night?'])
    expect(talk?.updatedAt).toBe(NOON + 5)
  })

  it('adds a sibling run to a turn that is there, and to no other', async () => {
    const first = sampleRun(await freshTenant(stores()))
    await stores().runs.create(first)
    const { tenantId, conversationId, turnId } = first
    const place = { conversationId, newConversation: null, newTurn: null }
    const sibling = sampleRun(tenantId, { ...place, turnId, sourceRunId: first.id, createdAt: NOON + 1 })
    expect((await stores().runs.create(sibling)).outcome).toBe('created')
    const talk = await stores().conversations.get(tenantId, conversationId)
    expect(talk?.turns.map((turn) => turn.runs.map((run) => run.id))).toEqual([[first.id, sibling.id]])
    expect(await stores().runs.create(sampleRun(tenantId, place))).toEqual({ outcome: 'conversation_missing' })
  })

  it("treats another tenant's conversation as one that does not exist", async () => {
    const theirs = sampleRun(await freshTenant(stores()))
    await stores().runs.create(theirs)
    const tenantId = await freshTenant(stores())
    for (const conversationId of [theirs.conversationId, freshId('cnv'), 'cnv_\u0000', 'cnv_\ud800']) {
      const run = sampleRun(tenantId, { conversationId, newConversation: null })
      expect(await stores().runs.create(run)).toEqual({ outcome: 'conversation_missing' })
      expect(await stores().runs.get(tenantId, run.id)).toBeNull()
    }
    const grab = sampleRun(tenantId, { conversationId: theirs.conversationId })
    await expect(stores().runs.create(grab)).rejects.toThrow()
    expect((await stores().conversations.get(theirs.tenantId, theirs.conversationId))?.turns).toHaveLength(1)
  })
}
