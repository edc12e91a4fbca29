import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CURRENT } from '../core/conversations/types.ts'
import type { EndedRun, NewImport } from './imports.ts'
import {
  freshId,
  freshTenant,
  NOON,
  type OpenStores,
  type Stores,
  sampleCall,
  sampleEnd,
  sampleRun,
} from './stores.contract.ts'

/** What every implementation of ImportStore guarantees. */
export function describeImportStore(name: string, open: OpenStores): void {
  describe(`imports on ${name}`, () => {
    let stores: Stores
    beforeAll(async () => {
      stores = await open()
    })
    afterAll(() => stores?.close())

    it('keeps turns, runs, log and calls as they are given, as runs that have ended', async () => {
      const given = sampleImport(await freshTenant(stores))
      const { tenantId, id, turns } = given
      expect(await stores.imports.create(given)).toEqual({ outcome: 'created', conversationId: id })
      const run = turns[0]!.runs[0]!
      expect(await stores.conversations.get(tenantId, id)).toMatchObject({
        ...{ id, title: given.title, createdAt: NOON, updatedAt: NOON + 5_000, isRunning: false },
        turns: [
          {
            ...{ id: turns[0]!.id, parentRunId: null, question: 'Why?', createdAt: NOON },
            runs: [{ id: run.id, status: 'completed', createdAt: NOON }],
          },
          { id: turns[1]!.id, parentRunId: null, question: 'And then?', createdAt: NOON + 1, runs: [] },
        ],
      })
      const stored = await stores.runs.get(tenantId, run.id)
      expect(stored).toMatchObject({ id: run.id, status: 'completed', plan: run.plan, events: run.events })
      expect(stored?.calls).toEqual(run.calls)
      expect(await stores.branches.history(tenantId, run.id)).toEqual([
        { question: 'Why?', answer: 'It scatters.', stopped: false },
      ])
    })

    it('answers the same conversation for the same source, also to two at once, and another for other content', async () => {
      const tenantId = await freshTenant(stores)
      const source = { id: 'abc', hash: 'one' }
      const outcomes = await Promise.all([1, 2].map(() => stores.imports.create(sampleImport(tenantId, { source }))))
      expect(new Set(outcomes.map((made) => 'conversationId' in made && made.conversationId)).size).toBe(1)
      expect(outcomes.map((made) => made.outcome).sort()).toEqual(['created', 'exists'])
      expect(await stores.conversations.list(tenantId, { limit: 10, before: null, filter: CURRENT })).toHaveLength(1)
      const other = sampleImport(tenantId, { source: { id: 'abc', hash: 'two' } })
      expect((await stores.imports.create(other)).outcome).toBe('created')
      const elsewhere = sampleImport(await freshTenant(stores), { source })
      expect((await stores.imports.create(elsewhere)).outcome).toBe('created')
    })

    it('keeps what no row holds, without what a database cannot hold, for its tenant alone', async () => {
      const given = sampleImport(await freshTenant(stores), { raw: { 'ke\u0000y': ['va\u0000lue', '\ud800'] } })
      await stores.imports.create(given)
      expect(await stores.imports.raw(given.tenantId, given.id)).toEqual({ key: ['value', '\ufffd'] })
      expect(await stores.imports.raw(await freshTenant(stores), given.id)).toBeNull()
      expect(await stores.imports.raw(given.tenantId, 'cnv_\u0000')).toBeNull()
      const plain = sampleImport(given.tenantId)
      await stores.imports.create(plain)
      expect(await stores.imports.raw(given.tenantId, plain.id)).toBeNull()
    })

    it('is never claimed, and takes nothing from the questions of the day', async () => {
      const tenantId = await freshTenant(stores)
      const given = sampleImport(tenantId)
      await stores.imports.create(given)
      const claimed = await stores.runs.claim({ owner: 'sweep', leaseMs: 1_000, max: 100, isSoleOwner: true })
      expect(claimed.filter((run) => run.tenantId === tenantId)).toEqual([])
      const asked = sampleRun(tenantId, { createdAt: NOON + 10, limits: { runsPerDay: 1, liveRuns: 1 } })
      expect((await stores.runs.create(asked)).outcome).toBe('created')
    })

    it('says when there is no such tenant', async () => {
      expect(await stores.imports.create(sampleImport('tnt_nowhere'))).toEqual({ outcome: 'tenant_missing' })
    })
  })
}

function sampleImport(tenantId: string, changes: Partial<NewImport> = {}): NewImport {
  const id = freshId('cnv')
  return {
    tenantId,
    id,
    title: 'Imported',
    createdAt: NOON,
    updatedAt: NOON + 5_000,
    source: { id, hash: 'hash' },
    raw: null,
    activeRunId: null,
    turns: [
      { id: freshId('trn'), parentRunId: null, question: 'Why?', createdAt: NOON, runs: [sampleEnded()] },
      { id: freshId('trn'), parentRunId: null, question: 'And then?', createdAt: NOON + 1, runs: [] },
    ],
    ...changes,
  }
}

function sampleEnded(): EndedRun {
  return {
    id: freshId('run'),
    takenSeat: null,
    sourceRunId: null,
    plan: sampleRun('tnt').plan,
    createdAt: NOON,
    events: [
      { type: 'run.started', seq: 1, at: NOON },
      {
        type: 'run.completed',
        quality: 'full',
        reasons: [],
        answer: { stage: 'first_opinions', seat: 's1', attempt: 1, lastResort: true },
        seq: 2,
        at: NOON,
      },
    ],
    calls: [sampleCall({ status: 'completed', text: 'It scatters.', endedAt: NOON + 20 })],
    end: sampleEnd({ isCounted: false }),
  }
}
