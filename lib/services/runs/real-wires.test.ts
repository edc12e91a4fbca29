import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Physics } from '../../../bench/upstream/physics.ts'
import { startUpstream, type Upstream } from '../../../bench/upstream/server.ts'
import { type Provider, type ProviderModels, providerModels } from '../../adapters/ai-sdk/models.ts'
import { type ManualClock, manualClock } from '../../adapters/memory/clock.ts'
import { systemIds } from '../../adapters/system/ids.ts'
import { finalAnswer, totalsOf } from '../../core/council/select.ts'
import type { RunState } from '../../core/council/state.ts'
import type { FailureReason, QualityReason } from '../../core/council/types.ts'
import { sumOfSums, totalsOfSum } from '../../core/ledger/sum.ts'
import { USAGE_GROUPS } from '../../core/ledger/types.ts'
import type { ModelInfo, Models } from '../../ports/models.ts'
import { freshTenant, type Stores } from '../../ports/stores.contract.ts'
import { memoryDatabase } from '../../testing/database.ts'
import { storesOver } from '../../testing/stores.ts'
import type { Ctx } from '../context.ts'
import { ledgerOfRun } from '../ledger/index.ts'
import { createEngine, startRun, waitForRun } from './index.ts'
import type { StartInput } from './start.schema.ts'

let stores: Stores
let upstream: Upstream
const opened: ProviderModels[] = []

beforeAll(async () => {
  globalThis.AI_SDK_LOG_WARNINGS = false
  stores = storesOver(await memoryDatabase())
  upstream = await startUpstream()
})
afterEach(async () => {
  await Promise.all(opened.splice(0).map((models) => models.close()))
})
afterAll(async () => {
  await upstream?.close()
  await stores?.close()
})

const KINDS = ['openai', 'anthropic', 'google'] as const
type Kind = (typeof KINDS)[number]

const KEY = 'sk-0123456789abcdef'
const WRONG_KEY = 'sk-wrong-0123456789abcdef'
/** At once, so that only what a test is about takes any time. */
const QUICK: Partial<Physics> = { ttft: 0, gap: 0, n: 12 }
const HOUR_MS = 3_600_000

/** The model that something is wrong with, wherever it is served. */
const ILL = 'ill'

function providerOf(kind: Kind, models: string[], apiKey: string): Provider {
  const at = { name: kind, label: kind, models, apiKey }
  if (kind === 'openai') return { kind, api: 'responses', baseUrl: `${upstream.url}/v1`, ...at }
  return { kind, baseUrl: `${upstream.url}/${kind === 'google' ? 'v1beta' : 'v1'}`, ...at }
}

const DEAR = { inputUsdPerMillion: 2, outputUsdPerMillion: 10 }
const CHEAP = { inputUsdPerMillion: 0.1, outputUsdPerMillion: 0.4 }

/** As the catalogue has them: priced, and with a window that is small for the ill one. */
function priced(models: Models): Models {
  const known = (model: ModelInfo): ModelInfo => ({
    ...{ ...model, ...(model.id.endsWith('/nano') ? CHEAP : DEAR), priceSource: 'override' },
    family: model.provider,
    contextTokens: model.name.toLowerCase() === ILL ? 8_000 : 128_000,
  })
  return { list: () => models.list().map(known), stream: (...call) => models.stream(...call) }
}

type Scene = {
  /** Who serves the ill model, as the first of its models. */
  ill?: Kind
  keys?: Partial<Record<Kind, string>>
  physics?: Partial<Physics>
  /** What each vendor has beside its first model. */
  more?: string[]
}
type Council = Ctx & { clock: ManualClock; tag: string }

let asked = 0

/** A process with all three vendors at once, and what the upstream will do to the ill model. */
async function processOf({ ill, keys = {}, physics = {}, more = ['spare'] }: Scene): Promise<Council> {
  const tag = `rw${++asked}`
  upstream.script([
    { model: ILL, contains: `[tag:${tag}]`, physics: { ...QUICK, ...physics } },
    { contains: `[tag:${tag}]`, physics: QUICK },
  ])
  const providers = KINDS.map((kind) => providerOf(kind, [kind === ill ? ILL : 'well', ...more], keys[kind] ?? KEY))
  const real = providerModels({ providers })
  opened.push(real)
  await real.warm()
  const models = priced(real)
  const clock = manualClock()
  const deps = { ...stores, models, clock, ids: systemIds, log: { info() {}, error() {} } }
  const options = { owner: tag, leaseMs: 15_000, keepMs: 500, sweepMs: 2_000, lingerMs: HOUR_MS, isSoleOwner: false }
  const actor = { kind: 'operator', tenantId: await freshTenant(stores) }
  return { ...deps, engine: createEngine(deps, options), actor, tag } as unknown as Council
}

/** Three members of three vendors, that one first, and a chairman of the last. */
function seatsFrom({ models }: Council, first: Kind) {
  const [second, third] = KINDS.filter((kind) => kind !== first) as [Kind, Kind]
  const model = (kind: Kind) => models.list().find(({ provider }) => provider === kind)?.id ?? ''
  return { members: [model(first), model(second), model(third)], chairman: `${third}/spare` }
}

/** Asks and waits for the end. */
async function ask(ctx: Council, seating: Pick<StartInput, 'council' | 'seats'>) {
  const { runId } = await startRun(ctx, { question: `Why is the sky blue? [tag:${ctx.tag}]`, ...seating })
  const ending = waitForRun(ctx, runId, { timeoutMs: HOUR_MS, signal: new AbortController().signal })
  let isOver = false
  const over = () => {
    isOver = true
  }
  void ending.then(over, over)
  while (!isOver) {
    // sockets and the database get their turn; time moves on only where nothing else would
    await new Promise((resolve) => setImmediate(resolve))
    if (isWaitingForTime(ctx, runId)) await ctx.clock.advance(500)
  }
  return ending
}

/** Whether every call that is under way is one of which nothing more will come. */
function isWaitingForTime({ engine, actor, tag }: Council, runId: string): boolean {
  const running =
    engine
      .hub(actor.tenantId, runId)
      ?.state()
      .calls.filter(({ status }) => status === 'running') ?? []
  const stuck = upstream.log(tag).filter((entry) => entry.fault === 'stall' && entry.done === null && entry.tokens > 0)
  return running.length === stuck.length
}

/** Models that a seat asked in a stage, in order, with how that went. */
function callsOf(state: RunState, seat: string, stage = 'first_opinions'): string[] {
  const calls = state.calls.filter((call) => call.stage === stage && call.seat === seat)
  return calls.map(({ model, status, reason }) => `${model} ${reason ?? status}`)
}

/** What every account of a run's cost says: the ledger's rows, its sums by each key, the run itself. */
async function expectAccountsToAgree(ctx: Council, state: RunState): Promise<void> {
  const { rows, sum } = await ledgerOfRun(ctx, state.id)
  const key = ({
    stage,
    seat,
    attempt,
    model,
  }: {
    stage: string | null
    seat: string | null
    attempt: number
    model: string
  }) => `${stage} ${seat} ${attempt} ${model}`
  expect(rows.map(key).toSorted()).toEqual(state.calls.map(key).toSorted())
  for (const group of USAGE_GROUPS) {
    const groups = await ctx.ledger.usage(ctx.actor.tenantId, { from: 0, to: ctx.clock.now() + HOUR_MS }, group)
    expect(sumOfSums(groups)).toEqual(sum)
  }
  expect(totalsOfSum(sum)).toEqual(totalsOf(state))
  const log = upstream.log(ctx.tag)
  expect(rows).toHaveLength(log.length)
  // what was answered is charged by the tokens that the upstream itself counted
  const told = rows.filter(({ status }) => status === 'completed')
  const sent = log.filter(({ fault, status }) => fault === null && status === 200)
  expect(told.every(({ cost }) => cost?.status === 'priced' && !cost.estimated)).toBe(true)
  expect(total(told.map(({ outputTokens }) => outputTokens))).toBe(total(sent.map(({ tokens }) => tokens)))
  expect(total(told.map(({ inputTokens }) => inputTokens))).toBe(
    total(sent.map(({ promptChars }) => Math.ceil(promptChars / 4))),
  )
}

function total(counts: (number | null)[]): number {
  return counts.reduce<number>((sum, count) => sum + (count ?? Number.NaN), 0)
}

function expectNoSecrets(state: RunState): void {
  const shown = JSON.stringify(state)
  for (const secret of [KEY, WRONG_KEY, new URL(upstream.url).host]) expect(shown).not.toContain(secret)
}

describe('a council of three vendors', () => {
  it('is answered, reviewed and concluded over their own wires, and charged by what they counted', async () => {
    const ctx = await processOf({})
    const state = await ask(ctx, { seats: seatsFrom(ctx, 'openai') })
    expect(state).toMatchObject({ status: 'completed', quality: 'full', reasons: [] })
    expect(state.tally).toMatchObject({ ballots: { valid: 4, repaired: 0, invalid: 0 } })
    expect(finalAnswer(state)).toMatchObject({ isWhole: true, seat: 's4', lastResort: false })
    const log = upstream.log(ctx.tag)
    expect(log.filter(({ structured }) => structured)).toHaveLength(4)
    expect(log.map(({ wire }) => wire).toSorted()).toEqual([
      ...['anthropic', 'anthropic'],
      ...['gemini', 'gemini', 'gemini', 'gemini'],
      ...['responses', 'responses'],
    ])
    await expectAccountsToAgree(ctx, state)
    expectNoSecrets(state)
  })

  it('is reviewed by the cheap models of each where presets have cheap reviewers, by ballots on all answers', async () => {
    const ctx = { ...(await processOf({ more: ['spare', 'nano'] })), hasCheapReviewers: true }
    const state = await ask(ctx, { council: 'quick' })
    expect(state).toMatchObject({ status: 'completed', quality: 'full', reasons: [] })
    const reviews = state.calls.filter(({ stage }) => stage === 'review')
    expect(new Set(reviews.map(({ model }) => model))).toEqual(new Set(KINDS.map((kind) => `${kind}/nano`)))
    expect(state.ballots.map(({ status, ranking }) => [status, ranking.flat().length])).toEqual(
      Array.from({ length: 4 }, () => ['valid', 3]),
    )
    expect(upstream.log(ctx.tag).filter(({ model }) => model === 'nano')).toHaveLength(4)
    await expectAccountsToAgree(ctx, state)
  })

  it('fails with a reason for each seat where nobody takes the key, and asks nobody twice', async () => {
    const keys = { openai: WRONG_KEY, anthropic: WRONG_KEY, google: WRONG_KEY }
    const ctx = await processOf({ keys })
    const state = await ask(ctx, { seats: seatsFrom(ctx, 'openai') })
    expect(state).toMatchObject({ status: 'failed', answer: null })
    const seats = ['s1', 's2', 's3']
    const reasons = seats.map((seat) => ({ code: 'seat_failed', seat, reason: 'unauthorized' }))
    // in the order in which they gave up
    expect(state.reasons).toHaveLength(3)
    expect(state.reasons).toEqual(expect.arrayContaining(reasons))
    for (const seat of seats) expect(new Set(callsOf(state, seat)).size).toBe(3)
    await expectAccountsToAgree(ctx, state)
    expectNoSecrets(state)
  })
})

type Promised = {
  /** How often the ill model is asked for its answer. */
  tries: number
  /** Why another model answers; null where the ill one does after all. */
  instead: FailureReason | null
  code?: 'moved_to_larger_window'
}

type Row = [what: string, physics: Partial<Physics>, promised: Promised, key?: string]

const ROWS: Row[] = [
  ['429 with Retry-After', { fault: '429', retryAfter: '7' }, { tries: 3, instead: 'rate_limited' }],
  ['503 twice, then an answer', { fault: '503', times: 2 }, { tries: 3, instead: null }],
  ['503 for good', { fault: '503' }, { tries: 3, instead: 'upstream_error' }],
  ['a stream cut once', { fault: 'cut', times: 1 }, { tries: 2, instead: null }],
  ['a stream cut each time', { fault: 'cut' }, { tries: 2, instead: 'stream_cut' }],
  ['a stall', { fault: 'stall' }, { tries: 2, instead: 'idle_timeout' }],
  ['an empty answer', { fault: 'empty' }, { tries: 2, instead: 'empty' }],
  ['null in place of text', { fault: 'null-content' }, { tries: 2, instead: 'empty' }],
  ['a refusal', { fault: 'refusal' }, { tries: 2, instead: 'refused' }],
  ['garbage in the stream', { fault: 'garbage' }, { tries: 2, instead: 'upstream_error' }],
  ['an error inside of a 200', { fault: 'error-in-200' }, { tries: 2, instead: 'upstream_error' }],
  ['a page in place of an answer', { fault: 'malformed-200' }, { tries: 3, instead: 'upstream_error' }],
  [
    'a prompt that is too long for it',
    { fault: 'context' },
    { tries: 1, instead: 'context_overflow', code: 'moved_to_larger_window' },
  ],
  ['a model that is gone', { fault: '404' }, { tries: 1, instead: 'unknown_model' }],
  ['a wrong key', {}, { tries: 1, instead: 'unauthorized' }, WRONG_KEY],
]

describe.each(KINDS)('a member at %s', (kind) => {
  const other = KINDS.find((it) => it !== kind) as Kind
  const own = `${kind}/${ILL}`
  const standIn = `${other}/spare`

  it.each(ROWS)('with %s', async (_what, physics, { tries, instead, code }, key) => {
    const ctx = await processOf({ ill: kind, physics, ...(key !== undefined && { keys: { [kind]: key } }) })
    const state = await ask(ctx, { seats: seatsFrom(ctx, kind) })
    expect(state).toMatchObject({ status: 'completed', quality: instead === null ? 'full' : 'degraded' })
    expect(state.reasons).toEqual(instead === null ? [] : [reasonOf(instead, code)])
    const answered = `${instead === null ? own : standIn} completed`
    const asks = callsOf(state, 's1')
    expect([asks.length, asks.at(-1)]).toEqual([instead === null ? tries : tries + 1, answered])
    if (instead !== null) expect(asks.slice(0, -1)).toEqual(Array(tries).fill(`${own} ${instead}`))
    // whoever answered reviews as well, and nobody asks the ill model for more than its answer
    expect(callsOf(state, 's1', 'review')).toEqual([answered])
    const log = upstream.log(ctx.tag)
    expect(log).toHaveLength(3 + 4 + 1 + asks.length - 1)
    expect(log.filter(({ model }) => model === ILL)).toHaveLength(instead === null ? tries + 1 : tries)
    expect(log.filter(({ fault }) => fault === 'stall').every(({ aborted }) => aborted)).toBe(true)
    if (physics.retryAfter !== undefined) expect(new Set(pausesOf(state))).toEqual(new Set([7_000]))
    await expectAccountsToAgree(ctx, state)
    expectNoSecrets(state)
  })

  function reasonOf(reason: FailureReason, code?: 'moved_to_larger_window'): QualityReason {
    const moved = { seat: 's1', model: standIn, name: nameOf(standIn), insteadOf: own }
    return code === undefined ? { code: 'fallback_used', ...moved, reason } : { code, ...moved }
  }
})

describe.each(KINDS)('a chairman at %s', (kind) => {
  it.each<[string, Partial<Physics>, tries: number, FailureReason]>([
    ['whose model is gone', { fault: '404' }, 1, 'unknown_model'],
    ['who is cut off each time', { fault: 'cut' }, 2, 'stream_cut'],
    ['who refuses', { fault: 'refusal' }, 2, 'refused'],
  ])('%s is followed by another', async (_what, physics, tries, reason) => {
    const ctx = await processOf({ ill: kind, physics })
    const chairman = `${kind}/${ILL}`
    const members = KINDS.map((it) => `${it}/spare`)
    const state = await ask(ctx, { seats: { members, chairman, voting: 'none' } })
    const asks = callsOf(state, 's4', 'final_response')
    expect(asks.slice(0, -1)).toEqual(Array(tries).fill(`${chairman} ${reason}`))
    expect(state).toMatchObject({ status: 'completed', quality: 'degraded', answer: { seat: 's4', lastResort: false } })
    expect(state.reasons).toMatchObject([{ code: 'fallback_used', seat: 's4', insteadOf: chairman, reason }])
    expect(upstream.log(ctx.tag)).toHaveLength(3 + asks.length)
    await expectAccountsToAgree(ctx, state)
  })
})

/** How people read a model of these tests: `Spare`. */
function nameOf(id: string): string {
  const name = id.split('/')[1] ?? ''
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** Milliseconds from each failure of the first member to its next try at the same model. */
function pausesOf(state: RunState): number[] {
  const calls = state.calls.filter((call) => call.stage === 'first_opinions' && call.seat === 's1')
  return calls.flatMap((call, i) => {
    const before = calls[i - 1]
    return before?.model === call.model ? [call.startedAt - (before.endedAt ?? 0)] : []
  })
}
