import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CURRENT } from '../core/conversations/types.ts'
import type { NewRun } from './runs.ts'
import { endedRun, freshTenant, NOON, type OpenStores, type Stores, sampleRun } from './stores.contract.ts'

/** What every implementation of BranchStore guarantees. */
export function describeBranchStore(name: string, open: OpenStores): void {
  describe(`branches on ${name}`, () => {
    let stores: Stores
    beforeAll(async () => {
      stores = await open()
    })
    afterAll(() => stores?.close())
    describeHistory(() => stores)
    describePath(() => stores)
    describeTaking(() => stores)
    describeThreads(() => stores)
  })
}

function follow(first: NewRun, changes: Partial<NewRun>): NewRun {
  return sampleRun(first.tenantId, { conversationId: first.conversationId, newConversation: null, ...changes })
}

function describeHistory(stores: () => Stores): void {
  it('tells what was asked and answered on the way to a run, and nothing of other branches', async () => {
    const first = await endedRun(stores(), sampleRun(await freshTenant(stores()), { question: 'one' }), {
      answer: 'first try',
    })
    const retry = follow(first, { turnId: first.turnId, newTurn: null, createdAt: NOON + 10 })
    await endedRun(stores(), retry, { answer: 'second try' })
    const stopped = follow(first, { question: 'two', newTurn: { parentRunId: retry.id }, createdAt: NOON + 20 })
    await endedRun(stores(), stopped, { status: 'cancelled', answer: 'as far as' })
    const edited = follow(first, { question: 'two?', newTurn: { parentRunId: first.id }, createdAt: NOON + 30 })
    await endedRun(stores(), edited, { status: 'failed', answer: null })
    const last = follow(first, { question: 'three', newTurn: { parentRunId: edited.id }, createdAt: NOON + 40 })
    await endedRun(stores(), last, { answer: 'the end' })

    const history = (runId: string) => stores().branches.history(first.tenantId, runId)
    const one = { question: 'one', answer: 'first try', stopped: false }
    expect(await history(stopped.id)).toEqual([
      { question: 'one', answer: 'second try', stopped: false },
      { question: 'two', answer: 'as far as', stopped: true },
    ])
    expect(await history(last.id)).toEqual([one, { question: 'three', answer: 'the end', stopped: false }])
    expect(await history(edited.id)).toEqual([one])
    expect(await history('run_nowhere')).toEqual([])
    expect(await history('run_\u0000')).toEqual([])
  })

  it('tells nothing to another tenant, and nothing of what was removed', async () => {
    const run = await endedRun(stores(), sampleRun(await freshTenant(stores())))
    expect(await stores().branches.history(run.tenantId, run.id)).toHaveLength(1)
    expect(await stores().branches.history(await freshTenant(stores()), run.id)).toEqual([])
    await stores().conversations.remove(run.tenantId, run.conversationId, NOON)
    expect(await stores().branches.history(run.tenantId, run.id)).toEqual([])
  })
}

function describePath(stores: () => Stores): void {
  it('shows the run that was asked for last, until another one is chosen', async () => {
    const first = await endedRun(stores(), sampleRun(await freshTenant(stores())))
    const { tenantId, conversationId } = first
    const again = follow(first, { turnId: first.turnId, newTurn: null, createdAt: NOON + 10 })
    await endedRun(stores(), again)
    const shown = async () => (await stores().conversations.get(tenantId, conversationId))?.activeRunId
    expect(await shown()).toBe(again.id)
    expect(await stores().branches.show(tenantId, conversationId, first.id)).toBe(true)
    expect(await shown()).toBe(first.id)
  })

  it("neither shows nor follows a run of another conversation or another tenant's", async () => {
    const mine = await endedRun(stores(), sampleRun(await freshTenant(stores())))
    const other = await endedRun(stores(), sampleRun(mine.tenantId))
    const theirs = await endedRun(stores(), sampleRun(await freshTenant(stores())))
    const { tenantId, conversationId } = mine
    for (const runId of [other.id, theirs.id, 'run_nowhere', 'run_\u0000']) {
      expect(await stores().branches.show(tenantId, conversationId, runId)).toBe(false)
      const grab = follow(mine, { newTurn: { parentRunId: runId }, createdAt: NOON + 10 })
      if (runId !== 'run_\u0000') expect(await stores().runs.create(grab)).toEqual({ outcome: 'conversation_missing' })
    }
    expect(await stores().branches.show(theirs.tenantId, conversationId, mine.id)).toBe(false)
  })
}

function describeTaking(stores: () => Stores): void {
  it("makes a member's answer the one that stands, and the verdict again", async () => {
    const run = await endedRun(stores(), sampleRun(await freshTenant(stores())), { answer: 'the verdict' })
    const standing = async () => {
      const [turn] = await stores().branches.history(run.tenantId, run.id)
      return [(await stores().runs.get(run.tenantId, run.id))?.takenSeat, turn?.answer]
    }
    expect(await standing()).toEqual([null, 'the verdict'])
    expect(await stores().branches.take(run.tenantId, run.id, { seat: 's1', answer: 'mine \u0000' })).toBe(true)
    expect(await standing()).toEqual(['s1', 'mine '])
    expect(await stores().branches.take(run.tenantId, run.id, { seat: null, answer: 'the verdict' })).toBe(true)
    expect(await standing()).toEqual([null, 'the verdict'])
  })

  it("leaves a run alone that is going on, or another tenant's", async () => {
    const live = sampleRun(await freshTenant(stores()))
    await stores().runs.create(live)
    const taken = { seat: 's1', answer: 'mine' }
    expect(await stores().branches.take(live.tenantId, live.id, taken)).toBe(false)
    const ended = await endedRun(stores(), sampleRun(await freshTenant(stores())))
    expect(await stores().branches.take(live.tenantId, ended.id, taken)).toBe(false)
  })
}

function describeThreads(stores: () => Stores): void {
  it('keeps threads beside their conversation: found there and by their own id, in no list', async () => {
    const main = await endedRun(stores(), sampleRun(await freshTenant(stores())))
    const { tenantId, conversationId } = main
    const thread = { runId: main.id, seat: 's1' }
    const reply = sampleRun(tenantId, { newConversation: { title: 'A detail', thread }, createdAt: NOON + 10 })
    expect((await stores().runs.create(reply)).outcome).toBe('created')

    expect(await stores().branches.threads(tenantId, conversationId)).toEqual([
      { id: reply.conversationId, title: 'A detail', ...thread, createdAt: NOON + 10, questions: 1 },
    ])
    const own = await stores().conversations.get(tenantId, reply.conversationId)
    expect(own?.thread).toEqual({ conversationId, ...thread })
    const listed = await stores().conversations.list(tenantId, { limit: 10, before: null, filter: CURRENT })
    expect(listed.map((it) => it.id)).toEqual([conversationId])
    expect(await stores().branches.threads(await freshTenant(stores()), conversationId)).toEqual([])
  })

  it("does not begin about another tenant's message", async () => {
    const theirs = await endedRun(stores(), sampleRun(await freshTenant(stores())))
    const thread = { runId: theirs.id, seat: null }
    const reply = sampleRun(await freshTenant(stores()), { newConversation: { title: 'A detail', thread } })
    expect(await stores().runs.create(reply)).toEqual({ outcome: 'conversation_missing' })
  })
}
