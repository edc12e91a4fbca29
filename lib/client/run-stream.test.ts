import { describe, expect, it } from 'vitest'
import type { RunEvent, RunEventBody } from '../core/council/events.ts'
import { fold } from '../core/council/fold.ts'
import { initialState, type RunSeed, type RunState } from '../core/council/state.ts'
import { fakeServer } from './run-stream.fixture.ts'
import { createRunStream } from './run-stream.ts'

const SEAT = { id: 's1', model: 'demo/editor', name: 'Editor', demo: true }
const SEED: RunSeed = {
  id: 'run_00000000000000000000000001',
  conversationId: 'cnv_00000000000000000000000001',
  turnId: 'trn_00000000000000000000000001',
  question: 'Why is the sky blue?',
  sourceRunId: null,
  createdAt: 1_000,
  plan: {
    version: 1,
    kind: 'single',
    council: 'single',
    seats: [SEAT],
    members: [],
    reviewers: [],
    chairman: 's1',
    minimumMembers: 0,
    seed: 'seed',
    limits: { firstTokenMs: 1, idleMs: 1, callMs: 1, retries: 1, answerChars: 1_000 },
    history: [],
    reused: [],
    startAt: 'first_opinions',
    estimate: { durationMs: null },
  },
}

const CALL = { stage: 'final_response', seat: 's1', attempt: 1 } as const
const TEXT = 'Blau, weil Luft 短波 streut 🟦.'

function log(...bodies: RunEventBody[]): RunEvent[] {
  return bodies.map((body, index) => ({ ...body, seq: index + 1, at: 1_000 + index }) as RunEvent)
}

const [STARTED, CALLED, ANSWERED, ENDED] = log(
  { type: 'run.started' },
  { type: 'call.started', ...CALL, model: 'demo/editor', prompt: 'member@1', labels: [] },
  {
    type: 'call.completed',
    ...CALL,
    chars: TEXT.length,
    finish: 'stop',
    usage: { inputTokens: 1, outputTokens: 1, reasoningTokens: null },
    cost: { status: 'free', picoUsd: '0', estimated: false },
    firstTokenMs: 5,
  },
  { type: 'run.completed', quality: 'full', reasons: [], answer: { ...CALL, lastResort: false } },
) as [RunEvent, RunEvent, RunEvent, RunEvent]

const frame = (event: RunEvent) => `id: 1-${event.seq}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`
const delta = (at: number, text: string) => `event: delta\ndata: ${JSON.stringify({ s1: [at, text] })}\n\n`
const snapshot = (state: RunState) => `id: 2-${state.seq}\nevent: run.snapshot\ndata: ${JSON.stringify(state)}\n\n`
const textOf = (state: RunState) => state.calls.map((call) => call.text).join('|')

function watch(initial: RunState = initialState(SEED)) {
  const server = fakeServer()
  const stream = createRunStream(initial, server.ports)
  const leave = stream.subscribe(() => {})
  return { server, stream, leave, now: () => stream.getSnapshot() }
}

describe('run stream', () => {
  it('folds the same state however the bytes are cut, in the middle of a frame or of a character', async () => {
    const bytes = new TextEncoder().encode(
      `retry: 2000\n\n: hello\n\n${frame(STARTED)}${frame(CALLED)}${delta(0, TEXT)}${frame(ANSWERED)}${frame(ENDED)}`,
    )
    for (const size of [1, 2, 3, 7, 64, bytes.length]) {
      const { server, now } = watch()
      for (let at = 0; at < bytes.length; at += size) await server.send(bytes.slice(at, at + size))
      expect(textOf(now().run)).toBe(TEXT)
      expect(now()).toMatchObject({ connection: 'ended', run: { status: 'completed' } })
    }
  })

  it('shows nothing twice when events and deltas are repeated', async () => {
    const { server, now } = watch()
    await server.send(
      frame(STARTED) + frame(CALLED) + frame(CALLED) + delta(0, 'Blau') + delta(0, 'Blau') + delta(2, 'au, weil'),
    )
    expect(now().run.calls).toHaveLength(1)
    expect(textOf(now().run)).toBe('Blau, weil')
  })

  it('resumes after the last state event when the connection breaks, later each time, and never before `retry`/2', async () => {
    const { server, now } = watch()
    await server.send(`retry: 2000\n\n${frame(STARTED)}${frame(CALLED)}${delta(0, 'Blau')}`)
    await server.cut()
    expect(now().connection).toBe('reconnecting')
    expect(server.waitsMs()).toEqual([1_500])
    await server.pass(1_500)
    expect(server.requests.at(-1)?.lastEventId).toBe('1-2')
    await server.cut()
    expect(server.waitsMs()).toEqual([3_000])
    await server.pass(3_000)
    await server.send(delta(4, TEXT.slice(4)) + frame(ANSWERED) + frame(ENDED))
    expect(textOf(now().run)).toBe(TEXT)
  })

  it('asks for a snapshot, once, when a call ended with more text than arrived', async () => {
    const { server, now } = watch()
    await server.send(frame(STARTED) + frame(CALLED) + delta(0, 'Blau') + delta(9, 'weil') + frame(ANSWERED))
    await server.pass(0)
    expect(server.requests.map((request) => request.lastEventId)).toEqual([null, null])
    const whole = [STARTED, CALLED, { ...ANSWERED, text: TEXT } as RunEvent].reduce(fold, initialState(SEED))
    await server.send(snapshot(whole) + frame(ENDED))
    expect(textOf(now().run)).toBe(TEXT)
    expect(server.requests).toHaveLength(2)
  })

  it('asks for a snapshot when a state event is missing, and applies nothing in between', async () => {
    const { server, now } = watch()
    await server.send(frame(STARTED) + frame(ANSWERED))
    expect(now().run.seq).toBe(1)
    await server.pass(0)
    expect(server.requests.at(-1)?.lastEventId).toBeNull()
  })

  it('does not doubt a review whose text is sealed', async () => {
    const review = { stage: 'review', seat: 's1', attempt: 1 } as const
    const { server, now } = watch()
    const events = log(
      { type: 'run.started' },
      { type: 'call.started', ...review, model: 'm', prompt: 'review@1', labels: [] },
      { ...(ANSWERED as Extract<RunEvent, { type: 'call.completed' }>), ...review },
    )
    await server.send(`${events.map(frame).join('')}event: delta\ndata: {"s1":[40,""]}\n\n`)
    expect(now().connection).toBe('live')
    expect(server.requests).toHaveLength(1)
  })

  it('ends with the terminal event and connects no more', async () => {
    const { server, now } = watch()
    await server.send([STARTED, CALLED, ENDED].map((event, i) => frame({ ...event, seq: i + 1 })).join(''))
    await server.pass(60_000)
    expect(now().connection).toBe('ended')
    expect(server.requests).toHaveLength(1)
  })

  it('opens nothing for a run that has ended', () => {
    const ended = fold(fold(initialState(SEED), STARTED), { ...ENDED, seq: 2 })
    expect(watch(ended).server.requests).toHaveLength(0)
  })

  it('gives up when the run is not there for this visitor', async () => {
    const { server, now } = watch()
    await server.refuse(404)
    await server.pass(60_000)
    expect(now().connection).toBe('lost')
    expect(server.requests).toHaveLength(1)
  })

  it('comes back from a server that is restarting', async () => {
    const { server, now } = watch()
    await server.refuse(503)
    expect(now().connection).toBe('reconnecting')
    await server.pass(30_000)
    await server.send(frame(STARTED))
    expect(now().connection).toBe('live')
  })

  it('treats a silence of three heartbeats as a broken connection', async () => {
    const { server, now } = watch()
    await server.send(frame(STARTED))
    await server.pass(44_000)
    await server.send(': still here\n\n')
    await server.pass(44_000)
    expect(now().connection).toBe('live')
    await server.pass(2_000)
    expect(now().connection).toBe('reconnecting')
  })

  it('closes when nobody watches any more and connects at once on waking', async () => {
    const { server, stream, leave } = watch()
    await server.cut()
    stream.wake()
    expect(server.requests).toHaveLength(2)
    leave()
    expect(server.requests.at(-1)?.signal.aborted).toBe(true)
  })
})
