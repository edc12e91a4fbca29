import { describe, expect, it } from 'vitest'
import { type ConversationChange, type ConversationFilter, CURRENT } from '../core/conversations/types.ts'
import type { EditOutcome } from './conversations.ts'
import type { CommittedCall, NewRun } from './runs.ts'
import { endedRun, freshTenant, NOON, type Stores, sampleCall, sampleRun } from './stores.contract.ts'

/** A call that has ended, and came to so much; null where nobody knows. */
const charged = (seat: string, picoUsd: string | null): CommittedCall => ({
  ...sampleCall({ seat, status: 'completed', endedAt: NOON + 500 }),
  cost: { status: picoUsd === null ? 'unpriced' : 'priced', picoUsd, estimated: false },
})

/** What every implementation guarantees about what people do to their conversations. */
export function describeConversationEdits(stores: () => Stores): void {
  const edit = ({ tenantId, conversationId }: NewRun, change: ConversationChange, expected: number | null = null) =>
    stores().conversations.update(tenantId, conversationId, { change, at: NOON + 5, expected })
  const idsOf = async (tenantId: string, filter: Partial<ConversationFilter> = {}) => {
    const page = { limit: 10, before: null, filter: { ...CURRENT, ...filter } }
    return (await stores().conversations.list(tenantId, page)).map((row) => row.id)
  }
  const asked = async (tenantId: string, changes: Partial<NewRun> = {}) => {
    const run = sampleRun(tenantId, changes)
    await stores().runs.create(run)
    return run
  }

  it('changes what is given, counts the edit, and leaves place and everything else', async () => {
    const run = await asked(await freshTenant(stores()))
    const done = await edit(run, { title: 'Blue\u0000 light', pinned: true, metadata: { project: 'apollo', n: 3 } })
    expect(done).toMatchObject({
      outcome: 'updated',
      conversation: {
        ...{ title: 'Blue light', isTitleEdited: true, pinnedAt: NOON + 5, archivedAt: null, updatedAt: NOON },
        ...{ version: 2, metadata: { project: 'apollo', n: 3 } },
      },
    })
    const again = await stores().conversations.update(run.tenantId, run.conversationId, {
      ...{ change: { pinned: true, favourite: true }, at: NOON + 9, expected: null },
    })
    expect(again).toMatchObject({ conversation: { pinnedAt: NOON + 5, favouriteAt: NOON + 9, title: 'Blue light' } })
    expect(await edit(run, { pinned: false })).toMatchObject({ conversation: { pinnedAt: null, version: 4 } })
  })

  it('lets one of two editors through and shows the other what stands', async () => {
    const run = await asked(await freshTenant(stores()))
    const outcomes = await Promise.all([edit(run, { title: 'Mine' }, 1), edit(run, { title: 'Yours' }, 1)])
    const of = (outcome: EditOutcome['outcome']) => outcomes.filter((one) => one.outcome === outcome)
    expect([of('updated').length, of('conflict').length]).toEqual([1, 1])
    const [updated, conflict] = [of('updated')[0], of('conflict')[0]] as { conversation: unknown }[]
    expect(conflict?.conversation).toEqual(updated?.conversation)
  })

  it('finds nothing to edit, remove or restore for another tenant', async () => {
    const run = await asked(await freshTenant(stores()))
    const stranger = { ...run, tenantId: await freshTenant(stores()) }
    const { conversations } = stores()
    expect(await edit(stranger, { title: 'Taken' })).toEqual({ outcome: 'missing' })
    expect(await edit({ ...run, conversationId: 'cnv_\u0000' }, { title: 'Odd' })).toEqual({ outcome: 'missing' })
    expect(await conversations.remove(stranger.tenantId, run.conversationId, NOON)).toBeNull()
    await conversations.remove(run.tenantId, run.conversationId, NOON)
    expect(await conversations.removed(stranger.tenantId, run.conversationId)).toBeNull()
    expect(await conversations.restore(stranger.tenantId, run.conversationId)).toBeNull()
    await conversations.restore(run.tenantId, run.conversationId)
    expect(await conversations.get(run.tenantId, run.conversationId)).toMatchObject({ title: 'The sky', version: 3 })
  })

  it('hides what is removed, names its live runs, and brings it back as it was', async () => {
    const run = await asked(await freshTenant(stores()))
    const { conversations } = stores()
    const { tenantId, conversationId: id } = run
    expect(await conversations.removed(tenantId, id)).toBeNull()
    expect(await conversations.remove(tenantId, id, NOON)).toEqual({ liveRuns: [run.id] })
    expect(await conversations.removed(tenantId, id)).toEqual({ title: 'The sky' })
    expect(await stores().runs.get(tenantId, run.id)).toMatchObject({ status: 'running', isRemoved: true })
    expect(await conversations.get(tenantId, id)).toBeNull()
    expect(await idsOf(tenantId)).toEqual([])
    expect(await edit(run, { title: 'Gone' })).toEqual({ outcome: 'missing' })
    expect(await conversations.remove(tenantId, id, NOON + 1)).toEqual({ liveRuns: [run.id] })
    expect(await conversations.restore(tenantId, id)).toMatchObject({ id, title: 'The sky', version: 3 })
    expect(await conversations.restore(tenantId, id)).toMatchObject({ version: 3 })
    expect(await idsOf(tenantId)).toEqual([id])
  })

  it('adds up questions, answers, tokens and money, and says unknown where a part is', async () => {
    const tenantId = await freshTenant(stores())
    const known = await endedRun(stores(), sampleRun(tenantId), { tokens: 12, picoUsd: '9007199254740993' })
    const second = { conversationId: known.conversationId, newConversation: null, createdAt: NOON + 10 }
    await endedRun(stores(), sampleRun(tenantId, second), { tokens: 30, picoUsd: '2' })
    const sums = async () => {
      const row = await stores().conversations.get(tenantId, known.conversationId)
      return [row?.messageCount, row?.totalTokens, row?.totalPicoUsd, row?.unpricedCalls]
    }
    expect(await sums()).toEqual([4, 42, '9007199254740995', 0])
    await asked(tenantId, second)
    expect(await sums()).toEqual([5, 42, '9007199254740995', 0])
    await endedRun(stores(), sampleRun(tenantId, second), { answer: null, tokens: null, picoUsd: null })
    expect(await sums()).toEqual([6, null, '9007199254740995', 1])
  })

  it('gives a lower bound of what runs of unknown cost came to, and none where no call has a price', async () => {
    const tenantId = await freshTenant(stores())
    const unknown = { answer: null, tokens: null, picoUsd: null }
    const run = await endedRun(stores(), sampleRun(tenantId), {
      ...unknown,
      calls: [charged('s1', null), charged('s2', null)],
    })
    const sums = async () => {
      const [row] = await stores().conversations.list(tenantId, { limit: 1, before: null, filter: CURRENT })
      return [row?.totalPicoUsd, row?.unpricedCalls]
    }
    expect(await sums()).toEqual([null, 2])
    const second = { conversationId: run.conversationId, newConversation: null, createdAt: NOON + 10 }
    const calls = [charged('s1', '9007199254740993'), charged('s2', null), charged('s3', '2')]
    await endedRun(stores(), sampleRun(tenantId, second), { ...unknown, calls })
    expect(await sums()).toEqual(['9007199254740995', 3])
    await endedRun(stores(), sampleRun(tenantId, second), { picoUsd: '5', calls: [charged('s1', '5')] })
    expect(await sums()).toEqual(['9007199254741000', 3])
  })

  describe('a filtered list', () => {
    it('holds what is marked so, and archived ones only where they are asked for', async () => {
      const tenantId = await freshTenant(stores())
      const [plain, pinned, archived] = [await asked(tenantId), await asked(tenantId), await asked(tenantId)]
      await edit(pinned, { pinned: true, title: 'Coffee and node.js', metadata: { team: 'blue', n: 5 } })
      await edit(archived, { archived: true, favourite: true })
      const id = (run: NewRun) => run.conversationId
      expect(await idsOf(tenantId)).toEqual([id(pinned), id(plain)])
      expect(await idsOf(tenantId, { pinned: true })).toEqual([id(pinned)])
      expect(await idsOf(tenantId, { pinned: false })).toEqual([id(plain)])
      expect(await idsOf(tenantId, { archived: true })).toEqual([id(archived)])
      expect(await idsOf(tenantId, { archived: null, favourite: true })).toEqual([id(archived)])
      expect(await idsOf(tenantId, { archived: null })).toHaveLength(3)
      expect(await idsOf(tenantId, { title: 'COFF node.js' })).toEqual([id(pinned)])
      expect(await idsOf(tenantId, { title: "' !" })).toEqual([])
      expect(await idsOf(tenantId, { metadata: { team: 'blue', n: '5' } })).toEqual([id(pinned)])
      expect(await idsOf(tenantId, { metadata: { team: 'red' } })).toEqual([])
    })
  })
}
