import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CURRENT } from '../core/conversations/types.ts'
import { describeConversationEdits } from './conversations-edit.contract.ts'
import { describeConversationSearch } from './conversations-search.contract.ts'
import { endedRun, freshTenant, NOON, type OpenStores, type Stores, sampleRun } from './stores.contract.ts'

/** What every implementation of ConversationStore guarantees. */
export function describeConversationStore(name: string, open: OpenStores): void {
  describe(`conversations on ${name}`, () => {
    let stores: Stores
    beforeAll(async () => {
      stores = await open()
    })
    afterAll(() => stores?.close())

    it('shows a conversation with its turns and sibling runs to its tenant and to nobody else', async () => {
      const run = sampleRun(await freshTenant(stores))
      await stores.runs.create(run)
      const { tenantId, conversationId, turnId } = run
      expect(await stores.conversations.get(tenantId, conversationId)).toEqual({
        ...{ id: conversationId, title: 'The sky', createdAt: NOON, updatedAt: NOON, isRunning: true },
        ...{ isTitleEdited: false, pinnedAt: null, archivedAt: null, favouriteAt: null, version: 1, metadata: {} },
        ...{ messageCount: 1, totalTokens: 0, totalPicoUsd: '0', unpricedCalls: 0 },
        ...{ activeRunId: run.id, thread: null },
        isTitleDue: false,
        turns: [
          {
            ...{ id: turnId, parentRunId: null, question: run.question, createdAt: NOON },
            runs: [{ id: run.id, status: 'running', createdAt: NOON }],
          },
        ],
      })
      expect(await stores.conversations.get(await freshTenant(stores), conversationId)).toBeNull()
      expect(await stores.conversations.get(tenantId, 'cnv_nowhere')).toBeNull()
      expect(await stores.conversations.get(tenantId, `${conversationId}\u0000`)).toBeNull()
    })

    it('stops running and moves up when its run ends', async () => {
      const tenantId = await freshTenant(stores)
      const older = sampleRun(tenantId)
      const newer = sampleRun(tenantId, { createdAt: NOON + 500 })
      await stores.runs.create(newer)
      await endedRun(stores, older)
      const page = await stores.conversations.list(tenantId, { limit: 10, before: null, filter: CURRENT })
      expect(page.map(({ id, isRunning, updatedAt }) => ({ id, isRunning, updatedAt }))).toEqual([
        { id: older.conversationId, isRunning: false, updatedAt: NOON + 1_000 },
        { id: newer.conversationId, isRunning: true, updatedAt: NOON + 500 },
      ])
    })

    it('pages through all conversations of the tenant, newest first, without gap or repeat among equal times', async () => {
      const tenantId = await freshTenant(stores)
      await stores.runs.create(sampleRun(await freshTenant(stores)))
      const runs = Array.from({ length: 11 }, (_, index) =>
        sampleRun(tenantId, { createdAt: NOON + Math.floor(index / 4) }),
      )
      for (const run of runs) await stores.runs.create(run)
      const seen: string[] = []
      let before: { updatedAt: number; id: string } | null = null
      for (;;) {
        const page = await stores.conversations.list(tenantId, { limit: 3, before, filter: CURRENT })
        seen.push(...page.map((row) => row.id))
        before = page.at(-1) ?? null
        if (page.length < 3) break
      }
      const newestFirst = runs.toSorted(
        (a, b) => b.createdAt - a.createdAt || (a.conversationId < b.conversationId ? 1 : -1),
      )
      expect(seen).toEqual(newestFirst.map((run) => run.conversationId))
    })

    describeConversationEdits(() => stores)
    describeConversationSearch(() => stores)
  })
}
