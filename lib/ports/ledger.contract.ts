import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunEvent } from '../core/council/events.ts'
import type { Cost, Tally, Usage } from '../core/council/types.ts'
import { seededRandom } from '../core/kernel/random.ts'
import type { LedgerRow, LedgerSum } from './ledger.ts'
import type { CommittedCall, NewRun } from './runs.ts'
import { freshTenant, NOON, type OpenStores, type Stores, sampleCall, sampleEnd, sampleRun } from './stores.contract.ts'

const USAGE: Usage = { inputTokens: 100, outputTokens: 40, reasoningTokens: 10, cachedInputTokens: 60 }
const COST: Cost = { status: 'priced', picoUsd: '9007199254740993', estimated: false }
const PRICE = { source: 'genai-prices', input: 2.5, output: 10, cachedInput: 0.25 } as const
const UNPRICED: Cost = { status: 'unpriced', picoUsd: null, estimated: true }
const ALL = { from: NOON - 1_000, to: NOON + 86_400_000 }

const ended = (changes: Partial<CommittedCall> = {}): CommittedCall => ({
  ...sampleCall({ status: 'completed', text: 'It scatters.', usage: USAGE, cost: COST, endedAt: NOON + 510 }),
  ...{ price: PRICE, firstTokenMs: 120 },
  ...changes,
})

/** What every implementation of Ledger guarantees, together with the stores that write it. */
export function describeLedger(name: string, open: OpenStores): void {
  describe(`the ledger on ${name}`, () => {
    let stores: Stores
    beforeAll(async () => {
      stores = await open()
    })
    afterAll(() => stores?.close())

    describeRows(() => stores)
    describeSums(() => stores)
    describeCrashes(() => stores)
  })
}

async function begin(stores: Stores, changes: Partial<NewRun> = {}): Promise<NewRun> {
  const run = sampleRun(changes.tenantId ?? (await freshTenant(stores)), changes)
  await stores.runs.create(run)
  return run
}

function commit(stores: Stores, { id }: NewRun, calls: CommittedCall[], epoch = 1): Promise<boolean> {
  return stores.runs.commit({ runId: id, epoch, events: [], calls, end: null })
}

function describeRows(stores: () => Stores): void {
  it('has a row of a call from its intent on, and its figures when it has ended', async () => {
    const payer = { kind: 'guest', id: 'gst_1' } as const
    const run = await begin(stores(), { payer })
    const rows = () => stores().ledger.ofRun(run.tenantId, run.id)
    await commit(stores(), run, [{ ...sampleCall(), price: PRICE }])
    const intent: LedgerRow = {
      ...{
        id: `${run.id}/first_opinions/s1/1`,
        purpose: 'run',
        runId: run.id,
        conversationId: run.conversationId,
        actor: payer,
      },
      ...{ stage: 'first_opinions', seat: 's1', attempt: 1, provider: 'demo', model: 'demo/archivist', status: 'open' },
      ...{ reason: null, inputTokens: null, outputTokens: null, cachedTokens: null, reasoningTokens: null },
      ...{ price: PRICE, cost: null, firstTokenMs: null, startedAt: NOON + 10, endedAt: null },
    }
    expect(await rows()).toEqual([intent])
    await commit(stores(), run, [ended()])
    expect(await rows()).toEqual([
      {
        ...{
          ...intent,
          status: 'completed',
          inputTokens: 100,
          outputTokens: 40,
          cachedTokens: 60,
          reasoningTokens: 10,
        },
        ...{ cost: COST, firstTokenMs: 120, endedAt: NOON + 510 },
      },
    ])
    expect(await stores().ledger.ofRun(await freshTenant(stores()), run.id)).toEqual([])
    expect(await stores().ledger.ofRun(run.tenantId, 'run_\u0000')).toEqual([])
  })

  it('says of a call that its process left open that it was abandoned, and that its figures are estimated', async () => {
    const run = await begin(stores())
    await commit(stores(), run, [sampleCall()])
    const cost = { ...COST, estimated: true }
    await commit(stores(), run, [ended({ status: 'failed', reason: 'abandoned', cost, price: null })])
    expect(await stores().ledger.ofRun(run.tenantId, run.id)).toMatchObject([
      { status: 'abandoned', reason: 'abandoned', price: null, cost: { estimated: true } },
    ])
  })

  it('is written by nobody whose epoch has passed', async () => {
    const run = await begin(stores())
    await stores().runs.claim({ owner: 'owner-b', leaseMs: 60_000, max: 1_000, isSoleOwner: true })
    expect(await commit(stores(), run, [ended()])).toBe(false)
    expect(await stores().ledger.ofRun(run.tenantId, run.id)).toEqual([])
  })

  it('outlives the conversation', async () => {
    const run = await begin(stores())
    const end: RunEvent = { type: 'run.failed', reasons: [], seq: 1, at: NOON }
    await stores().runs.commit({ runId: run.id, epoch: 1, events: [end], calls: [ended()], end: sampleEnd() })
    await stores().conversations.remove(run.tenantId, run.conversationId, NOON)
    expect(await stores().retention.purgeConversations(NOON + 1, 100)).toBeGreaterThan(0)
    expect(await stores().runs.get(run.tenantId, run.id)).toBeNull()
    expect(await stores().ledger.ofRun(run.tenantId, run.id)).toMatchObject([{ status: 'completed', cost: COST }])
  })

  it('counts a title from its request on, its lost attempts too: the conversation comes to what the ledger does', async () => {
    const run = await begin(stores())
    const { tenantId, conversationId } = run
    const due = { tenantId, conversationId }
    const event: RunEvent = { type: 'run.failed', reasons: [], seq: 1, at: NOON }
    const end = sampleEnd({ tokens: 140, picoUsd: COST.picoUsd })
    await stores().runs.commit({ runId: run.id, epoch: 1, events: [event], calls: [ended()], end })
    const usage = { inputTokens: 20, outputTokens: 5, reasoningTokens: null }
    const cost = (picoUsd: string): Cost => ({ status: 'priced', picoUsd, estimated: true })
    const call = { model: 'wood/ash', prompt: 'title@1', usage, price: PRICE, at: NOON + 2_000 }
    await stores().titles.begin(due, { ...call, attempt: 1, cost: cost('600') })
    const sum = async () => add(await stores().ledger.usage(tenantId, ALL, 'stage'))
    expect(await sum()).toMatchObject({ calls: 1, picoUsd: COST.picoUsd })
    await stores().titles.begin(due, { ...call, attempt: 2, cost: cost('600') })
    const done = { attempt: 2, text: 'Blue', title: 'Blue', reason: null, isSettled: true, at: NOON + 3_000 }
    await stores().titles.end(due, { ...done, usage, cost: cost('700'), price: PRICE })
    const { calls, picoUsd, tokens } = await sum()
    const conversation = await stores().conversations.get(tenantId, conversationId)
    expect({ calls, picoUsd, tokens }).toEqual({ calls: 3, picoUsd: '9007199254742293', tokens: 140 + 25 + 25 })
    expect(conversation).toMatchObject({ totalTokens: tokens, totalPicoUsd: picoUsd })
    expect((await stores().ledger.usage(tenantId, ALL, 'model')).map(({ key }) => key)).toContain('wood/ash')
  })
}

function describeSums(stores: () => Stores): void {
  it('sums by model, provider, day and stage what has ended, and counts what has no price or no figures', async () => {
    const run = await begin(stores())
    const { tenantId } = run
    const unknown = { inputTokens: null, outputTokens: 7, reasoningTokens: null }
    await commit(stores(), run, [
      ended(),
      ended({ seat: 's2', model: 'wood/oak', cost: UNPRICED, usage: unknown }),
      ended({ stage: 'review', model: 'wood/oak', cost: { status: 'free', picoUsd: '0', estimated: false } }),
      { ...ended({ seat: 's3' }), ...sampleCall({ seat: 's3' }) },
      ended({ stage: 'review', seat: 's4', startedAt: NOON + 43_200_000, endedAt: NOON + 43_200_001 }),
    ])
    const by = async (group: 'model' | 'provider' | 'day' | 'stage') =>
      (await stores().ledger.usage(tenantId, ALL, group)).map(({ key, calls, unpriced }) => [key, calls, unpriced])
    expect(await by('model')).toEqual([
      ['demo/archivist', 2, 0],
      ['wood/oak', 2, 1],
    ])
    expect(await by('provider')).toEqual([
      ['demo', 2, 0],
      ['wood', 2, 1],
    ])
    expect(await by('day')).toEqual([
      ['2026-11-20', 3, 1],
      ['2026-11-21', 1, 0],
    ])
    expect(await by('stage')).toEqual([
      ['first_opinions', 2, 1],
      ['review', 2, 0],
    ])
    const [first] = await stores().ledger.usage(tenantId, ALL, 'stage')
    expect(first).toEqual({
      ...{ key: 'first_opinions', calls: 2, inputTokens: 100, outputTokens: 47, cachedTokens: 60, reasoningTokens: 10 },
      ...{ untold: 1, picoUsd: COST.picoUsd, unpriced: 1, estimated: 1, free: 0 },
    })
    const stages = add(await stores().ledger.usage(tenantId, ALL, 'stage'))
    const runs = await stores().ledger.ofRuns(tenantId, [run.id, 'run_nowhere', 'run_\u0000'])
    expect(runs.map(({ runId }) => runId)).toEqual([run.id])
    expect(add(runs)).toEqual(stages)
    expect(await stores().ledger.ofRuns(await freshTenant(stores()), [run.id])).toEqual([])
    expect(await stores().ledger.usage(await freshTenant(stores()), ALL, 'day')).toEqual([])
    expect(await stores().ledger.usage(tenantId, { from: NOON + 11, to: NOON + 12 }, 'day')).toEqual([])
  })

  it('says how a model did: what went well, what failed by itself, how long it took and how it was ranked', async () => {
    const run = await begin(stores())
    const { tenantId, id } = run
    const entry = { score: null, rubric: null }
    const entries = [
      { ...entry, seat: 's1', rank: 2, ballots: 3 },
      { ...entry, seat: 's2', rank: 1, ballots: 3 },
      { ...entry, seat: 's3', rank: 3, ballots: 0 },
    ]
    const tally = { entries } as unknown as Tally
    const failed = { status: 'failed', firstTokenMs: null } as const
    const calls = [
      ended({ attempt: 1, ...failed, reason: 'upstream_error' }),
      ended({ attempt: 2 }),
      ended({ seat: 's2', model: 'wood/oak' }),
      ended({ seat: 's3', ...failed, reason: 'stopped' }),
      ended({ stage: 'review', seat: 's1', endedAt: NOON + 1_010, firstTokenMs: 220 }),
    ]
    const events = [{ type: 'votes.counted', tally, seq: 1, at: NOON }] as const
    await stores().runs.commit({ runId: id, epoch: 1, events: [...events], calls, end: null })
    expect(await stores().ledger.insights(tenantId, 'demo/archivist', ALL)).toMatchObject({
      ...{ calls: 4, succeeded: 2, failed: 1, rank: { mean: 2, count: 1 } },
      ...{ latency: { meanMs: 750, count: 2 }, firstToken: { meanMs: 170, count: 2 } },
    })
    expect(await stores().ledger.insights(await freshTenant(stores()), 'demo/archivist', ALL)).toMatchObject({
      ...{ calls: 0, succeeded: 0, failed: 0, rank: null, latency: null, firstToken: null, picoUsd: '0' },
    })
  })
}

/** The log of a run is committed in steps that a crash cuts anywhere; another process then closes what was open. */
function describeCrashes(stores: () => Stores): void {
  it.each(['ash', 'birch', 'cedar', 'oak', 'yew'])(
    'equals what the run used, wherever it was killed: %s',
    async (seed) => {
      const random = seededRandom(seed)
      const run = await begin(stores())
      let epoch = 1
      for (let step = 0; step < 12; step++) {
        if (random() < 0.3) epoch = await takenOver(stores(), run, epoch)
        const key = { seat: `s${1 + Math.floor(random() * 3)}`, attempt: 1 + step }
        const cost = random() < 0.2 ? UNPRICED : { ...COST, picoUsd: String(Math.floor(random() * 1e12)) }
        const stale = random() < 0.3 ? 1 : 0
        await commit(stores(), run, [sampleCall(key)], epoch - stale)
        if (random() < 0.7) await commit(stores(), run, [ended({ ...key, cost })], epoch - stale)
      }
      await takenOver(stores(), run, epoch)
      const calls = (await stores().runs.get(run.tenantId, run.id))?.calls ?? []
      const rows = await stores().ledger.ofRun(run.tenantId, run.id)
      expect(rows.map(({ seat, attempt, model, cost }) => ({ seat, attempt, model, cost }))).toEqual(
        calls.map(({ seat, attempt, model, cost }) => ({ seat, attempt, model, cost })),
      )
      expect(rows.filter(({ status }) => status === 'open')).toEqual([])
      const { picoUsd } = add(await stores().ledger.usage(run.tenantId, ALL, 'stage'))
      expect(picoUsd).toBe(String(calls.reduce((sum, { cost }) => sum + BigInt(cost?.picoUsd ?? 0), 0n)))
    },
  )
}

/** Another process claims the run and closes its open calls; answers its epoch. */
async function takenOver(stores: Stores, run: NewRun, epoch: number): Promise<number> {
  await stores.runs.claim({ owner: `owner-${epoch}`, leaseMs: 60_000, max: 1_000, isSoleOwner: true })
  const stored = await stores.runs.get(run.tenantId, run.id)
  const open = stored?.calls.filter(({ status }) => status === 'running') ?? []
  const end = { status: 'failed', reason: 'abandoned', cost: { ...COST, estimated: true } } as const
  await commit(
    stores,
    run,
    open.map(({ seat, attempt }) => ended({ seat, attempt, ...end })),
    stored?.epoch ?? 0,
  )
  return stored?.epoch ?? epoch
}

function add(groups: LedgerSum[]): { calls: number; picoUsd: string; tokens: number } {
  return {
    calls: groups.reduce((sum, { calls }) => sum + calls, 0),
    picoUsd: String(groups.reduce((sum, { picoUsd }) => sum + BigInt(picoUsd), 0n)),
    tokens: groups.reduce((sum, { inputTokens, outputTokens }) => sum + inputTokens + outputTokens, 0),
  }
}
