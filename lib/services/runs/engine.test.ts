import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBranchStore } from '../../adapters/prisma/branch-store.ts'
import { createConversationStore } from '../../adapters/prisma/conversation-store.ts'
import { createCouncilStore } from '../../adapters/prisma/council-store.ts'
import { createIdentityStore } from '../../adapters/prisma/identity-store.ts'
import type { Database } from '../../adapters/prisma/open.ts'
import { createRunStore } from '../../adapters/prisma/run-store.ts'
import { systemClock } from '../../adapters/system/clock.ts'
import { systemIds } from '../../adapters/system/ids.ts'
import { fold, foldDelta } from '../../core/council/fold.ts'
import { finalAnswer, totalsOf } from '../../core/council/select.ts'
import type { RunState } from '../../core/council/state.ts'
import type { Frame } from '../../core/council/wire.ts'
import type { Guest } from '../../ports/identity.ts'
import { ModelError, type Models } from '../../ports/models.ts'
import type { RunStore } from '../../ports/runs.ts'
import { memoryDatabase } from '../../testing/database.ts'
import { answerOrBallot, gate, scriptedModels } from '../../testing/scripted-models.ts'
import { createGuest } from '../identity/index.ts'
import { cancelRun, continueRun, createEngine, getRun, retrySeat, startRun, tailRun, waitForRun } from './index.ts'

let db: Database
beforeAll(async () => {
  db = await memoryDatabase()
})
afterAll(() => db.close())

const silent = { info() {}, error() {} }

/** A process of its own on the shared database: engine, stores and a guest. */
async function processOf(
  models: Models,
  options: { runs?: RunStore; leaseMs?: number; guestOf?: { guest: Guest } } = {},
) {
  const runs = options.runs ?? createRunStore(db)
  const deps = { models, runs, clock: systemClock, ids: systemIds, log: silent }
  const identity = createIdentityStore(db)
  const engine = createEngine(deps, {
    owner: systemIds.secret(6),
    leaseMs: options.leaseMs ?? 15_000,
    keepMs: 50,
    sweepMs: 50,
    lingerMs: 60_000,
    isSoleOwner: false,
  })
  const guest = options.guestOf?.guest ?? (await createGuest({ identity, ids: systemIds }))
  const actor = { kind: 'guest' as const, guestId: guest.id, tenantId: guest.tenantId }
  const stores = { branches: createBranchStore(db), conversations: createConversationStore(db), identity }
  return { ...deps, ...stores, councils: createCouncilStore(db), engine, guest, actor }
}

const patience = () => ({ timeoutMs: 20_000, signal: new AbortController().signal })

async function collect(frames: AsyncIterable<Frame>): Promise<Frame[]> {
  const all: Frame[] = []
  for await (const frame of frames) all.push(frame)
  return all
}

function replay(frames: Frame[], start?: RunState): RunState {
  let state = start
  for (const frame of frames) {
    if (frame.event === 'run.snapshot') state = frame.data as RunState
    else if (frame.event === 'delta') state = foldDelta(state!, frame.data as never)
    else state = fold(state!, frame.data as never)
  }
  return state!
}

describe('a run', () => {
  it('is answered, reviewed and concluded, and the store says the same as memory', async () => {
    const ctx = await processOf(scriptedModels())
    const { runId } = await startRun(ctx, { question: 'Why is the sky blue?' })
    const state = await waitForRun(ctx, runId, patience())
    expect(state).toMatchObject({ status: 'completed', quality: 'full' })
    const other = await processOf(scriptedModels(), { guestOf: ctx })
    const stored = await getRun(other, runId)
    expect(finalAnswer(stored)).toEqual(finalAnswer(state))
    expect(stored.calls.map((call) => [call.seat, call.text, call.cost])).toEqual(
      state.calls.map((call) => [call.seat, call.text, call.cost]),
    )
  })

  it('shows every viewer the same final text, whenever they came', async () => {
    const held = gate()
    const ctx = await processOf(
      scriptedModels(async (request, sink) => {
        if (request.inputs.task === 'synthesis') {
          sink.onText('First half, ')
          await held.opened
          return 'second half.'
        }
        return answerOrBallot(request)
      }),
    )
    const { runId } = await startRun(ctx, { question: 'Two halves?' })
    const signal = new AbortController().signal
    const early = collect(await tailRun(ctx, runId, { after: null, signal }))
    for await (const frame of await tailRun(ctx, runId, { after: null, signal })) {
      if (frame.event === 'delta' && JSON.stringify(frame.data).includes('First half')) break
    }
    const late = collect(await tailRun(ctx, runId, { after: null, signal }))
    held.open()
    const texts = (await Promise.all([early, late])).map((frames) => finalAnswer(replay(frames))?.text)
    expect(texts).toEqual(['First half, second half.', 'First half, second half.'])
  })

  it('resumes a viewer exactly after the last event it saw', async () => {
    const held = gate()
    const ctx = await processOf(
      scriptedModels(async (request) => {
        if (request.inputs.task === 'synthesis') await held.opened
        return answerOrBallot(request)
      }),
    )
    const { runId } = await startRun(ctx, { question: 'Where was I?' })
    const signal = new AbortController().signal
    const seen: Frame[] = []
    for await (const frame of await tailRun(ctx, runId, { after: null, signal })) {
      seen.push(frame)
      if (frame.event === 'stage.completed') break
    }
    const lastId = seen.findLast((frame) => frame.id !== null)!.id
    held.open()
    const rest = await collect(await tailRun(ctx, runId, { after: lastId, signal }))
    expect(rest[0]?.event).not.toBe('run.snapshot')
    const ids = [...seen, ...rest].flatMap((frame) => (frame.event === 'run.snapshot' || !frame.id ? [] : [frame.id]))
    expect(new Set(ids).size).toBe(ids.length)
    expect(replay(rest, replay(seen)).status).toBe('completed')
  })

  it('gives a viewer with an unknown id one snapshot instead', async () => {
    const ctx = await processOf(scriptedModels())
    const { runId } = await startRun(ctx, { question: 'Forged?' })
    const frames = await collect(await tailRun(ctx, runId, { after: '99-1', signal: new AbortController().signal }))
    expect(frames[0]?.event).toBe('run.snapshot')
  })

  it('goes on when every viewer has left', async () => {
    const ctx = await processOf(scriptedModels())
    const { runId } = await startRun(ctx, { question: 'Anyone there?' })
    const viewer = new AbortController()
    for await (const _ of await tailRun(ctx, runId, { after: null, signal: viewer.signal })) viewer.abort()
    expect((await waitForRun(ctx, runId, patience())).status).toBe('completed')
  })

  it('keeps what is there when it is stopped, and the chairman can write from it', async () => {
    const ctx = await processOf(
      scriptedModels(async (request, sink) => {
        if (request.inputs.task !== 'answer') return answerOrBallot(request)
        sink.onText(`Begun by ${request.model}`)
        return new Promise<string>(() => {})
      }),
    )
    const { runId } = await startRun(ctx, { question: 'Too slow?' })
    for await (const frame of await tailRun(ctx, runId, { after: null, signal: new AbortController().signal })) {
      if (frame.event === 'delta') break
    }
    await cancelRun(ctx, runId)
    const stopped = await waitForRun(ctx, runId, patience())
    expect(stopped).toMatchObject({ status: 'cancelled', answer: null })
    expect(stopped.calls.some((call) => call.reason === 'stopped' && call.text.startsWith('Begun by'))).toBe(true)
    const sibling = await continueRun(ctx, { runId, from: 'what_is_there' })
    const written = await waitForRun(ctx, sibling.runId, patience())
    expect(written).toMatchObject({ status: 'completed', sourceRunId: runId })
    expect(written.calls.map((call) => call.stage)).toEqual(['final_response'])
  })

  it('is stopped from another process than the one that drives it', async () => {
    const ctx = await processOf(scriptedModels(() => new Promise<string>(() => {})))
    await ctx.engine.start()
    const { runId } = await startRun(ctx, { question: 'Stop me from afar' })
    const elsewhere = await processOf(scriptedModels(), { guestOf: ctx })
    await cancelRun(elsewhere, runId)
    expect((await waitForRun(elsewhere, runId, patience())).status).toBe('cancelled')
    await ctx.engine.drain(0)
  })

  it('asks again only who failed, and reuses the answers that were paid for', async () => {
    const failing = new ModelError('unauthorized', 'The key was refused.', { retryable: false })
    let isBroken = true
    const models = scriptedModels((request) =>
      isBroken && ['test/birch', 'test/yew'].includes(request.model) && request.inputs.task === 'answer'
        ? failing
        : answerOrBallot(request),
    )
    const ctx = await processOf(models)
    const { runId } = await startRun(ctx, { question: 'Who is missing?' })
    const first = await waitForRun(ctx, runId, patience())
    expect(first).toMatchObject({ status: 'completed', quality: 'degraded' })
    isBroken = false
    const before = models.requests.length
    const sibling = await continueRun(ctx, { runId, from: 'failed_seats' })
    expect(await waitForRun(ctx, sibling.runId, patience())).toMatchObject({ status: 'completed', quality: 'full' })
    const answers = models.requests.slice(before).filter((request) => request.inputs.task === 'answer')
    expect(answers.map((request) => request.model)).toEqual(['test/birch'])
  })

  it('lets another model answer where one fails for good, and keeps what happened in the store', async () => {
    const failing = new ModelError('unauthorized', 'The key was refused.', { retryable: false })
    const models = scriptedModels((request) => (request.model === 'test/birch' ? failing : answerOrBallot(request)))
    const ctx = await processOf(models)
    const { runId } = await startRun(ctx, { question: 'Who answers for birch?' })
    const state = await waitForRun(ctx, runId, patience())
    const why = { seat: 's2', model: 'test/yew', name: 'yew', insteadOf: 'test/birch', reason: 'unauthorized' } as const
    expect(state).toMatchObject({ status: 'completed', quality: 'degraded' })
    expect(state.reasons).toEqual([{ code: 'fallback_used', ...why }])
    expect(models.requests.filter((request) => request.model === 'test/birch')).toHaveLength(1)
    const { rows } = await db.pool.query(
      "select model, status from run_call where run_id = $1 and seat = 's2' order by started_at, attempt",
      [runId],
    )
    expect(rows).toEqual([
      { model: 'test/birch', status: 'failed' },
      { model: 'test/yew', status: 'completed' },
      { model: 'test/yew', status: 'completed' },
    ])
    const sibling = await continueRun(ctx, { runId, from: 'final_response' })
    const again = await waitForRun(ctx, sibling.runId, patience())
    expect(again.plan.reused[1]).toMatchObject({ seat: 's2', writer: { model: 'test/yew', name: 'yew', demo: false } })
  })

  it('lets another model write the verdict where the chairman fails, and asks nobody outside of the plan', async () => {
    const failing = new ModelError('unreachable', 'It is not there.', { retryable: false })
    const models = scriptedModels((request) => (request.model === 'test/yew' ? failing : answerOrBallot(request)))
    const ctx = await processOf(models)
    const { runId } = await startRun(ctx, { question: 'Who concludes?' })
    const state = await waitForRun(ctx, runId, patience())
    expect(state.answer).toMatchObject({ stage: 'final_response', seat: 's5', lastResort: false })
    const writer = finalAnswer(state)?.text.match(/verdict of (\S+)\./)?.[1]
    expect(state.plan.seats[4]?.fallbacks?.map(({ model }) => model)).toContain(writer)
    expect(state.reasons).toMatchObject([{ code: 'fallback_used', seat: 's5', model: writer, reason: 'unreachable' }])
  })

  it('is reviewed by cheap models in seats of their own, who rank every answer and write none', async () => {
    const models = scriptedModels()
    const dear = ['test/ash', 'test/birch', 'test/cedar']
    const priced = models.list().map((model) => {
      const usd = dear.includes(model.id) ? 5 : model.id === 'test/yew' ? 9 : 0.1
      return { ...model, inputUsdPerMillion: usd, outputUsdPerMillion: usd }
    })
    const [elm] = priced
      .filter((model) => model.id === 'test/oak')
      .map((oak) => ({ ...oak, id: 'test/elm', name: 'elm' }))
    const ctx = { ...(await processOf({ ...models, list: () => [...priced, elm!] })), hasCheapReviewers: true }
    const { runId } = await startRun(ctx, { question: 'Who reviews?', council: 'quick' })
    const state = await waitForRun(ctx, runId, patience())
    expect(state).toMatchObject({ status: 'completed', quality: 'full', reasons: [] })
    expect(state.plan).toMatchObject({
      members: ['s1', 's2', 's3'],
      chairman: 's4',
      reviewers: ['s5', 's6', 's7', 's8'],
    })
    const asked = (task: string) => models.requests.filter((it) => it.inputs.task === task).map(({ model }) => model)
    expect(asked('answer').toSorted()).toEqual(dear)
    expect(asked('review').toSorted()).toEqual(['test/elm', 'test/elm', 'test/oak', 'test/oak'])
    expect(asked('synthesis')).toEqual(['test/yew'])
    const orders = state.ballots.map(({ ranking }) => ranking.flat())
    expect(orders.map((seats) => seats.toSorted())).toEqual(Array.from({ length: 4 }, () => ['s1', 's2', 's3']))
    // two judges of one model see the answers in orders of their own
    expect(new Set(orders.map(String)).size).toBeGreaterThan(1)
    expect(state.tally).toMatchObject({ ballots: { valid: 4 }, consensus: { judges: 4, answers: 3 } })
    const sibling = await continueRun(ctx, { runId, from: 'final_response', chairman: 'test/oak' })
    const again = await waitForRun(ctx, sibling.runId, patience())
    expect(again).toMatchObject({ status: 'completed', quality: 'full' })
    expect(again.plan.reviewers).toEqual(state.plan.reviewers)
  })

  it('fails with a reason per seat when nobody answers, and gives the question of the day back', async () => {
    const ctx = await processOf(scriptedModels(() => new ModelError('unauthorized', 'No.', { retryable: false })))
    const { runId } = await startRun(ctx, { question: 'Hello?' })
    const state = await waitForRun(ctx, runId, patience())
    expect(state.status).toBe('failed')
    expect(state.reasons).toHaveLength(4)
    const { rows } = await db.pool.query('select is_counted from run where id = $1', [runId])
    expect(rows).toEqual([{ is_counted: false }])
  })

  it('costs nothing where every provider turned it down, and the ledger says so without an estimate', async () => {
    const ctx = await processOf(scriptedModels(() => new ModelError('unauthorized', 'No.', { retryable: false })))
    const { runId } = await startRun(ctx, { question: 'Hello?' })
    const state = await waitForRun(ctx, runId, patience())
    expect(totalsOf(state)).toMatchObject({ tokens: 0, picoUsd: 0n, unpriced: 0 })
    const { rows } = await db.pool.query(
      'select pico_usd::int as pico, input_tokens::int as input, is_estimated from ledger where run_id = $1',
      [runId],
    )
    expect(rows).toEqual(state.calls.map(() => ({ pico: 0, input: 0, is_estimated: false })))
    expect(rows.length).toBeGreaterThan(0)
  })
})

describe('another process', () => {
  it('takes a run over when its owner falls silent, repeats no finished call, and the silent owner writes nothing more', async () => {
    const held = gate()
    const models = scriptedModels(async (request) => {
      if (request.model === 'test/oak') await held.opened
      return answerOrBallot(request)
    })
    const owner = await processOf(models, { leaseMs: 200 })
    const { runId } = await startRun(owner, { question: 'Who goes on?' })
    for await (const frame of await tailRun(owner, runId, { after: null, signal: new AbortController().signal })) {
      const done = frame.event === 'call.completed'
      if (
        done &&
        owner.engine
          .hub(owner.actor.tenantId, runId)!
          .state()
          .calls.filter((c) => c.status === 'completed').length === 3
      )
        break
    }
    const rescuerModels = scriptedModels()
    const rescuer = await processOf(rescuerModels, { guestOf: owner })
    await rescuer.engine.start()
    const rescued = await waitForRun(rescuer, runId, patience())
    expect(rescued).toMatchObject({ status: 'completed', quality: 'full' })
    expect(rescuerModels.requests.filter((r) => r.inputs.task === 'answer').map((r) => r.model)).toEqual(['test/oak'])
    held.open()
    await expect.poll(() => owner.engine.liveCount()).toBe(0)
    expect(await getRun(rescuer, runId)).toEqual(rescued)
    await rescuer.engine.drain(0)
  })

  it('shows a run that is driven elsewhere, from the store', async () => {
    const held = gate()
    const owner = await processOf(
      scriptedModels(async (request) => {
        if (request.inputs.task === 'synthesis') await held.opened
        return answerOrBallot(request)
      }),
    )
    const { runId } = await startRun(owner, { question: 'Seen from afar?' })
    const elsewhere = await processOf(scriptedModels(), { guestOf: owner })
    const frames = collect(await tailRun(elsewhere, runId, { after: null, signal: new AbortController().signal }))
    held.open()
    expect(replay(await frames)).toMatchObject({ status: 'completed' })
  })
})

describe('the store out of reach', () => {
  it('lets a running council finish from memory and stores it when it returns', async () => {
    const real = createRunStore(db)
    let isDown = false
    const flaky: RunStore = {
      ...real,
      commit: (commit) => (isDown ? Promise.reject(new Error('connection refused')) : real.commit(commit)),
    }
    const models = scriptedModels(async (request) => {
      isDown = models.requests.length >= 4 && models.requests.length < 9
      return answerOrBallot(request)
    })
    const ctx = await processOf(models, { runs: flaky })
    const { runId } = await startRun(ctx, { question: 'Is anyone writing this down?' })
    expect(await waitForRun(ctx, runId, patience())).toMatchObject({ status: 'completed', quality: 'full' })
    expect(models.requests).toHaveLength(9)
  })

  it('refuses new questions with UNAVAILABLE and asks nobody', async () => {
    const models = scriptedModels()
    const broken: RunStore = { ...createRunStore(db), create: () => Promise.reject(new Error('connection refused')) }
    const ctx = await processOf(models, { runs: broken })
    await expect(startRun(ctx, { question: 'Hello?' })).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    expect(models.requests).toHaveLength(0)
  })
})

describe('admission', () => {
  it('makes one run of fifty identical submits with one key', async () => {
    const ctx = await processOf(scriptedModels())
    const submit = () => startRun(ctx, { question: 'Once?', idempotencyKey: 'key-1' })
    const started = await Promise.all(Array.from({ length: 50 }, submit))
    expect(new Set(started.map(({ runId }) => runId)).size).toBe(1)
    expect(started.filter(({ isRepeat }) => !isRepeat)).toHaveLength(1)
  })

  it('refuses the same key with another question', async () => {
    const ctx = await processOf(scriptedModels())
    await startRun(ctx, { question: 'One?', idempotencyKey: 'key-2' })
    await expect(startRun(ctx, { question: 'Two?', idempotencyKey: 'key-2' })).rejects.toMatchObject({
      code: 'IDEMPOTENCY_MISMATCH',
    })
  })

  it('lets a guest have two runs at once and no third', async () => {
    const ctx = await processOf(scriptedModels(() => new Promise<string>(() => {})))
    await startRun(ctx, { question: 'One?' })
    await startRun(ctx, { question: 'Two?' })
    await expect(startRun(ctx, { question: 'Three?' })).rejects.toMatchObject({ code: 'TOO_MANY_RUNS' })
    await ctx.engine.drain(0)
  })

  it.each([
    ['an empty question', { question: '  \n ' }, 'question'],
    ['a question of 20,001 characters', { question: 'x'.repeat(20_001) }, 'question'],
    ['an unknown council', { question: 'Hi?', council: 'nobody' }, 'council'],
    ['an unknown model', { question: 'Hi?', model: 'test/nobody' }, 'model'],
    ['a field we do not know', { question: 'Hi?', colour: 'red' }, 'colour'],
  ])('names the field of %s', async (_name, input, path) => {
    const ctx = await processOf(scriptedModels())
    await expect(startRun(ctx, input as never)).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      details: { issues: [{ path }] },
    })
  })

  it('takes NUL and lone surrogates out of a question instead of failing', async () => {
    const ctx = await processOf(scriptedModels())
    const { runId } = await startRun(ctx, { question: 'a\u0000b\ud800c' })
    expect((await getRun(ctx, runId)).question).toBe('ab\ufffdc')
  })

  it('hides one guest’s run from another', async () => {
    const ctx = await processOf(scriptedModels())
    const { runId } = await startRun(ctx, { question: 'Mine?' })
    const stranger = await processOf(scriptedModels())
    await expect(getRun(stranger, runId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(cancelRun(stranger, runId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(tailRun(stranger, runId, { after: null, signal: new AbortController().signal })).rejects.toMatchObject(
      { code: 'NOT_FOUND' },
    )
  })

  it('lets a seat that failed join again while its stage is open, and takes its answer', async () => {
    const slow = gate()
    let isUp = false
    const models = scriptedModels(async (request) => {
      if (request.inputs.task !== 'answer') return answerOrBallot(request)
      if (request.model.includes('oak')) await slow.opened
      const isDown = /birch|yew/.test(request.model) && !isUp
      return isDown ? new ModelError('unauthorized', 'No.', { retryable: false }) : answerOrBallot(request)
    })
    const here = await processOf(models)
    const { runId } = await startRun(here, { question: 'Why?' })
    const seat = await failedSeat(here, runId)
    isUp = true
    await retrySeat(here, { runId, stage: 'first_opinions', seat })
    slow.open()
    const state = await waitForRun(here, runId, patience())
    expect(state).toMatchObject({ status: 'completed', quality: 'full', out: [] })
    const calls = state.calls.filter((call) => call.stage === 'first_opinions' && call.seat === seat)
    expect(calls.map((call) => [call.model, call.status])).toEqual([
      ['test/birch', 'failed'],
      ['test/yew', 'failed'],
      ['test/birch', 'completed'],
    ])
    await expect(retrySeat(here, { runId, stage: 'first_opinions', seat })).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})

/** The first member that is out, once there is one. */
async function failedSeat(here: Awaited<ReturnType<typeof processOf>>, runId: string): Promise<string> {
  const stop = new AbortController()
  for await (const frame of await tailRun(here, runId, { after: null, signal: stop.signal })) {
    const seat = (await getRun(here, runId)).out[0]?.seat
    if (seat) {
      stop.abort()
      return seat
    }
    if (frame.event === 'run.completed') break
  }
  throw new Error('no seat failed')
}
