import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Cost, Usage } from '../core/council/types.ts'
import {
  endedRun,
  freshId,
  freshTenant,
  NOON,
  type OpenStores,
  type Stores,
  sampleEnd,
  sampleRun,
} from './stores.contract.ts'
import type { TitleCall, TitleEnd } from './titles.ts'

/** What every implementation of TitleStore guarantees. */
export function describeTitleStore(name: string, open: OpenStores): void {
  describe(`titles on ${name}`, () => {
    let stores: Stores
    beforeAll(async () => {
      stores = await open()
    })
    afterAll(() => stores?.close())

    /** A conversation whose first question was answered. */
    async function answered() {
      const tenantId = await freshTenant(stores)
      const run = await endedRun(stores, sampleRun(tenantId))
      return { run, due: { tenantId, conversationId: run.conversationId } }
    }
    const summaryOf = (due: { tenantId: string; conversationId: string }) =>
      stores.conversations.get(due.tenantId, due.conversationId)
    const isDue = async (due: { conversationId: string }, since = 0) =>
      (await stores.titles.due(since, 1_000)).some((one) => one.conversationId === due.conversationId)

    it('is due once the first answer is there, and knows what to write it from', async () => {
      const tenantId = await freshTenant(stores)
      const failed = await endedRun(stores, sampleRun(tenantId), { status: 'failed', answer: null })
      const due = { tenantId, conversationId: failed.conversationId }
      expect(await stores.titles.task(due)).toBeNull()
      expect(await isDue(due)).toBe(false)
      const next = { conversationId: due.conversationId, newConversation: null, question: 'And the sea?' }
      await endedRun(stores, sampleRun(tenantId, { ...next, createdAt: NOON + 2_000 }))
      expect(await stores.titles.task(due)).toEqual({
        ...{ question: 'And the sea?', answer: 'It scatters.', models: ['demo/archivist'], attempts: 0 },
      })
      expect([await isDue(due), await isDue(due, NOON + 60_000)]).toEqual([true, false])
    })

    it('is written once, without moving the conversation or raising its version', async () => {
      const { due } = await answered()
      const before = await summaryOf(due)
      expect(await stores.titles.begin(due, call(1))).toBe(true)
      expect(await stores.titles.begin(due, call(1))).toBe(false)
      expect(await stores.titles.end(due, end(1))).toBe(true)
      expect(await stores.titles.end(due, end(1, { title: 'Again' }))).toBe(false)
      const after = await summaryOf(due)
      expect(after).toMatchObject({ title: 'Blue light', isTitleEdited: false })
      expect([after?.updatedAt, after?.version]).toEqual([before?.updatedAt, before?.version])
      expect([await stores.titles.task(due), await isDue(due)]).toEqual([null, false])
      expect(await stores.titles.begin(due, call(2))).toBe(false)
    })

    it('counts what the call came to in the conversation, whose cost is a lower bound where that is unknown', async () => {
      const { due } = await answered()
      await stores.titles.begin(due, call(1))
      expect(await summaryOf(due)).toMatchObject({ totalTokens: 12, totalPicoUsd: '0' })
      await stores.titles.end(due, end(1))
      expect(await summaryOf(due)).toMatchObject({ totalTokens: 42, totalPicoUsd: '700', unpricedCalls: 0 })
      const unknown = await answered()
      await stores.titles.begin(unknown.due, call(1))
      await stores.titles.end(unknown.due, end(1, { usage: NO_USAGE, cost: UNPRICED }))
      expect(await summaryOf(unknown.due)).toMatchObject({ totalTokens: null, totalPicoUsd: '0', unpricedCalls: 1 })
    })

    it('never overwrites what a person gave, before or during the call', async () => {
      const edited = async (due: { tenantId: string; conversationId: string }) =>
        stores.conversations.update(due.tenantId, due.conversationId, {
          change: { title: 'Mine' },
          at: NOON,
          expected: null,
        })
      const early = await answered()
      await edited(early.due)
      expect([await stores.titles.task(early.due), await isDue(early.due)]).toEqual([null, false])
      expect(await stores.titles.begin(early.due, call(1))).toBe(false)
      const late = await answered()
      await stores.titles.begin(late.due, call(1))
      await edited(late.due)
      expect(await stores.titles.end(late.due, end(1))).toBe(true)
      expect(await summaryOf(late.due)).toMatchObject({ title: 'Mine', totalTokens: 42 })
    })

    it('is tried again after a failure and after a death, whose late end changes nothing, and every call is counted', async () => {
      const { due } = await answered()
      await stores.titles.begin(due, call(1))
      await stores.titles.end(due, end(1, { title: null, reason: 'rate_limited', isSettled: false }))
      expect(await stores.titles.task(due)).toMatchObject({ attempts: 1 })
      expect(await stores.titles.begin(due, call(2))).toBe(true)
      expect(await stores.titles.begin(due, call(3))).toBe(true)
      expect(await stores.titles.end(due, end(2, { title: 'Late' }))).toBe(false)
      expect(await summaryOf(due)).toMatchObject({ title: 'The sky', totalTokens: 12 + 30 + 25 })
      await stores.titles.end(due, end(3, { title: null, reason: 'refused' }))
      expect(await summaryOf(due)).toMatchObject({ title: 'The sky', totalPicoUsd: String(700 + 600 + 700) })
      expect(await isDue(due)).toBe(false)
    })

    it('waits while the conversation is removed, and is nobody else’s', async () => {
      const { due } = await answered()
      await stores.conversations.remove(due.tenantId, due.conversationId, NOON)
      expect([await stores.titles.task(due), await isDue(due)]).toEqual([null, false])
      await stores.conversations.restore(due.tenantId, due.conversationId)
      expect(await isDue(due)).toBe(true)
      const foreign = { ...due, tenantId: await freshTenant(stores) }
      expect(await stores.titles.task(foreign)).toBeNull()
      expect(await stores.titles.begin(foreign, call(1))).toBe(false)
    })

    it('of an imported conversation is the one of its file', async () => {
      const tenantId = await freshTenant(stores)
      const id = freshId('cnv')
      const run = {
        id: freshId('run'),
        sourceRunId: null,
        takenSeat: null,
        plan: sampleRun(tenantId).plan,
        createdAt: NOON,
      }
      const ended = { ...run, events: [], calls: [], end: sampleEnd({ isCounted: false }) }
      const turn = { id: freshId('trn'), parentRunId: null, question: 'Why?', createdAt: NOON, runs: [ended] }
      const times = { createdAt: NOON, updatedAt: NOON }
      const source = { id, hash: 'hash' }
      await stores.imports.create({
        tenantId,
        id,
        title: 'Given',
        ...times,
        source,
        raw: null,
        activeRunId: null,
        turns: [turn],
      })
      const next = { conversationId: id, newConversation: null }
      await endedRun(stores, sampleRun(tenantId, next))
      expect(await stores.titles.task({ tenantId, conversationId: id })).toBeNull()
    })
  })
}

const USAGE: Usage = { inputTokens: 20, outputTokens: 10, reasoningTokens: null }
const NO_USAGE: Usage = { inputTokens: null, outputTokens: null, reasoningTokens: null }
const UNPRICED: Cost = { status: 'unpriced', picoUsd: null, estimated: false }

/** A request as it is stored before it is made: 25 tokens and 600 pico-dollars, estimated. */
function call(attempt: number): TitleCall {
  const usage = { ...USAGE, outputTokens: 5 }
  const cost: Cost = { status: 'priced', picoUsd: '600', estimated: true }
  return { attempt, model: 'test/ash', prompt: 'title@1', usage, cost, at: NOON + 2_000 }
}

/** Its end: 30 tokens and 700 pico-dollars. */
function end(attempt: number, changes: Partial<TitleEnd> = {}): TitleEnd {
  return {
    attempt,
    text: '“Blue light”',
    title: 'Blue light',
    reason: null,
    usage: USAGE,
    cost: { status: 'priced', picoUsd: '700', estimated: false },
    at: NOON + 3_000,
    isSettled: true,
    ...changes,
  }
}
