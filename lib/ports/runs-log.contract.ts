import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunEvent } from '../core/council/events.ts'
import type { Commit, NewRun } from './runs.ts'
import { freshTenant, NOON, type OpenStores, type Stores, sampleCall, sampleEnd, sampleRun } from './stores.contract.ts'

const STARTED: RunEvent = { type: 'run.started', seq: 1, at: NOON + 1 }
const USAGE = { inputTokens: 10, outputTokens: null, reasoningTokens: null }
const FREE = { status: 'free', picoUsd: '0', estimated: false } as const

/** The log of a run: atomic, fenced by epoch, and read back as it was written. */
export function describeRunLog(open: OpenStores): void {
  describe('log', () => {
    let stores: Stores
    beforeAll(async () => {
      stores = await open()
    })
    afterAll(() => stores?.close())

    const begin = async (): Promise<NewRun> => {
      const run = sampleRun(await freshTenant(stores))
      await stores.runs.create(run)
      return run
    }
    const commit = (run: NewRun, changes: Partial<Commit>): Promise<boolean> =>
      stores.runs.commit({ runId: run.id, epoch: 1, events: [], calls: [], end: null, ...changes })
    const read = (run: NewRun) => stores.runs.get(run.tenantId, run.id)

    it('reads events and calls back in order, without the texts that belong to the calls', async () => {
      const run = await begin()
      const done = {
        stage: 'first_opinions',
        seat: 's1',
        attempt: 1,
        chars: 5,
        finish: 'stop',
        firstTokenMs: 3,
      } as const
      const completed: RunEvent = { type: 'call.completed', ...done, usage: USAGE, cost: FREE, seq: 2, at: NOON + 9 }
      const call = sampleCall({ status: 'completed', text: 'Hello', usage: USAGE, cost: FREE, endedAt: NOON + 9 })
      expect(await commit(run, { events: [STARTED], calls: [sampleCall()] })).toBe(true)
      expect(await commit(run, { events: [{ ...completed, text: 'Hello' }], calls: [call] })).toBe(true)
      expect(await read(run)).toMatchObject({ events: [STARTED, completed], calls: [call] })
      expect((await read(run))?.events[1]).not.toHaveProperty('text')
    })

    it('stores a call that opens and closes in one commit once, as it ended', async () => {
      const run = await begin()
      const closed = sampleCall({ status: 'failed', reason: 'empty', endedAt: NOON + 20 })
      await commit(run, { calls: [sampleCall(), closed, sampleCall({ seat: 's2', startedAt: NOON + 11 })] })
      expect((await read(run))?.calls).toEqual([closed, sampleCall({ seat: 's2', startedAt: NOON + 11 })])
    })

    it('refuses a stale epoch as a whole', async () => {
      const run = await begin()
      await stores.runs.claim({ owner: 'owner-b', leaseMs: 60_000, max: 1_000, isSoleOwner: true })
      expect(await commit(run, { events: [STARTED], calls: [sampleCall()], end: sampleEnd() })).toBe(false)
      expect(await read(run)).toMatchObject({ status: 'running', epoch: 2, events: [], calls: [] })
      expect(await commit(run, { epoch: 2, events: [STARTED] })).toBe(true)
    })

    it('writes all of a commit or nothing', async () => {
      const run = await begin()
      await commit(run, { events: [STARTED] })
      const collision = { events: [{ ...STARTED, at: NOON + 50 }], calls: [sampleCall()], end: sampleEnd() }
      await expect(commit(run, collision)).rejects.toThrow()
      expect(await read(run)).toMatchObject({ status: 'running', events: [STARTED], calls: [] })
    })

    it('accepts nothing more once the run has ended', async () => {
      const run = await begin()
      const failed: RunEvent = { type: 'run.failed', reasons: [], seq: 2, at: NOON + 30 }
      const end = sampleEnd({ status: 'failed', quality: 'insufficient', answer: null, isCounted: false })
      expect(await commit(run, { events: [STARTED, failed], end })).toBe(true)
      expect(await commit(run, { events: [{ ...STARTED, seq: 3 }] })).toBe(false)
      expect(await commit(run, { end: sampleEnd() })).toBe(false)
      expect(await read(run)).toMatchObject({ status: 'failed', events: [STARTED, failed] })
    })

    it('answers an empty commit by whether the run is still owned', async () => {
      const run = await begin()
      expect(await commit(run, {})).toBe(true)
      expect(await commit(run, { epoch: 7 })).toBe(false)
      expect(await stores.runs.commit({ runId: 'run_nowhere', epoch: 1, events: [], calls: [], end: null })).toBe(false)
    })

    it('keeps money beyond 2^53 and token counts beyond 2^31 exact', async () => {
      const run = await begin()
      const cost = { status: 'priced', picoUsd: '9223372036854775807', estimated: false } as const
      const usage = { inputTokens: 4_294_967_296, outputTokens: 1, reasoningTokens: 0 }
      const call = sampleCall({ status: 'completed', cost, usage, endedAt: NOON + 9 })
      const end = sampleEnd({ picoUsd: '9223372036854775807', tokens: 4_294_967_297 })
      expect(await commit(run, { calls: [call], end })).toBe(true)
      expect((await read(run))?.calls).toEqual([call])
    })

    it('keeps unknown money and tokens unknown', async () => {
      const run = await begin()
      const cost = { status: 'unpriced', picoUsd: null, estimated: false } as const
      const call = sampleCall({ status: 'completed', cost, usage: null, endedAt: NOON + 9 })
      expect(await commit(run, { calls: [call], end: sampleEnd({ picoUsd: null, tokens: null }) })).toBe(true)
      expect((await read(run))?.calls).toEqual([call])
    })

    it('keeps long text of any script whole, and cleans what no database can hold', async () => {
      const run = await begin()
      const text = 'Grüße 🌍 مرحبا "\\u0000" \\ \n'.repeat(9_000)
      const reason = 'reason\u0000'
      const ballot = {
        reviewer: 's1',
        status: 'invalid',
        raw: 'x\u0000y\ud83d',
        labels: [],
        ranking: [],
        problem: reason,
      } as const
      const event: RunEvent = {
        type: 'ballot.read',
        ballot: { ...ballot, labels: [], ranking: [], scores: {}, comments: { s2: '\udc00' } },
        seq: 1,
        at: NOON,
      }
      await commit(run, { events: [event], calls: [sampleCall({ text: `${text}\u0000` })] })
      const stored = await read(run)
      expect(stored?.calls[0]?.text).toBe(text)
      expect(stored?.events[0]).toMatchObject({
        ballot: { raw: 'xy\ufffd', problem: 'reason', comments: { s2: '\ufffd' } },
      })
    })

    it('writes the logs of many runs at once without mixing them', async () => {
      const runs = await Promise.all(Array.from({ length: 12 }, begin))
      const seqs = Array.from({ length: 5 }, (_, index) => index + 1)
      const write = async (run: NewRun) => {
        for (const seq of seqs)
          await commit(run, { events: [{ ...STARTED, seq }], calls: [sampleCall({ text: run.id })] })
      }
      await Promise.all(runs.map(write))
      for (const run of runs) {
        const stored = await read(run)
        expect(stored?.events.map((event) => event.seq)).toEqual(seqs)
        expect(stored?.calls.map((call) => call.text)).toEqual([run.id])
      }
    })
  })
}
