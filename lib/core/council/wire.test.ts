import { describe, expect, it } from 'vitest'
import type { RunEvent, RunEventBody, ViewerEvent } from './events.ts'
import { fold } from './fold.ts'
import { fullState, leanState } from './lean.ts'
import { DEFAULT_LIMITS, PRESETS, seatCouncil } from './presets.ts'
import { sitterOf } from './select.ts'
import { initialState, type RunState } from './state.ts'
import type { Ballot, Label, Plan } from './types.ts'
import { eventForViewers, forViewers } from './wire.ts'

const MODELS = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ id: `demo/${name}`, name: name.toUpperCase(), demo: true }))
const PLAN: Plan = {
  version: 1,
  ...seatCouncil(PRESETS.standard, MODELS),
  seed: 'seed',
  limits: DEFAULT_LIMITS,
  history: [{ question: 'And before?', answer: 'That.', stopped: false }],
  reused: [],
  startAt: 'first_opinions',
  estimate: { durationMs: null },
}
const START = initialState({
  id: 'run_1',
  conversationId: 'cnv_1',
  turnId: 'trn_1',
  question: 'Why?',
  sourceRunId: null,
  createdAt: 1,
  plan: PLAN,
})

const LABELS: Label[] = [
  { label: 'A', seat: 's3' },
  { label: 'B', seat: 's2' },
]
const SPENT = {
  usage: { inputTokens: 9, outputTokens: 4, reasoningTokens: null },
  cost: { status: 'unpriced' as const, picoUsd: null, estimated: false },
  firstTokenMs: 12,
}
const member = (seat: string) => ({ stage: 'first_opinions' as const, seat, attempt: 1 })
const review = (attempt: number) => ({ stage: 'review' as const, seat: 's1', attempt })

function ballot(patch: Partial<Ballot> = {}): Ballot {
  const good = { accuracy: 5, completeness: null, reasoning: 4, clarity: 4 }
  return {
    reviewer: 's1',
    status: 'valid',
    raw: '{"ranking":["A","B"]}',
    labels: LABELS,
    scores: { s3: good, s2: good },
    ranking: [['s3'], ['s2']],
    comments: { s3: 'Clear.' },
    problem: null,
    ...patch,
  }
}

const BODIES: RunEventBody[] = [
  { type: 'run.started' },
  { type: 'stage.started', stage: 'first_opinions' },
  { type: 'call.started', ...member('s1'), model: 'demo/a', prompt: 'member@1', labels: [] },
  { type: 'call.started', ...member('s2'), model: 'demo/stand-in', prompt: 'member@1', labels: [] },
  { type: 'call.started', ...member('s3'), model: 'demo/c', prompt: 'member@1', labels: [] },
  { type: 'call.completed', ...member('s1'), chars: 4, text: 'Blue', finish: 'length', ...SPENT },
  {
    type: 'call.failed',
    ...member('s2'),
    ...{ chars: 0, text: '', reason: 'unreachable', message: 'It was not there.', retryAt: null },
    ...SPENT,
    usage: { inputTokens: null, outputTokens: 0, reasoningTokens: null },
  },
  { type: 'seat.failed', stage: 'first_opinions', seat: 's2', reason: 'unreachable' },
  { type: 'stage.started', stage: 'review' },
  { type: 'call.started', ...review(1), model: 'demo/a', prompt: 'review@1', labels: LABELS },
  { type: 'call.completed', ...review(1), chars: 3, text: 'no.', finish: 'stop', ...SPENT },
  { type: 'call.started', ...review(2), model: 'demo/a', prompt: 'repair@1', labels: LABELS },
  { type: 'call.completed', ...review(2), chars: 21, text: ballot().raw, finish: 'stop', ...SPENT },
  { type: 'ballot.read', ballot: ballot({ status: 'repaired', problem: 'It was sent back once.' }) },
  { type: 'ballot.read', ballot: ballot({ reviewer: 's4' }) },
  {
    type: 'votes.counted',
    tally: {
      method: 'scores',
      entries: [{ seat: 's3', score: 0.5, rank: 1, ballots: 1, rubric: null }],
      winner: null,
      tieBreakUsed: 'hash',
      ballots: { valid: 1, repaired: 1, invalid: 0 },
      consensus: { value: null, band: 'too_few', w: null, concordance: 0, p: null, judges: 1, answers: 2 },
    },
  },
  { type: 'run.stop_requested' },
  {
    type: 'run.cancelled',
    quality: 'insufficient',
    reasons: [{ code: 'stopped' }],
    answer: { ...member('s1'), lastResort: true },
  },
]
const LOG = BODIES.map((body, i) => ({ ...body, seq: i + 1, at: 100 + i }) as RunEvent)

const sent = <T>(value: T): T => JSON.parse(JSON.stringify(value))

/** The state after each event, as the server has it. */
const STATES = LOG.map((_, i) => LOG.slice(0, i + 1).reduce(fold, START))

describe('what a viewer is sent', () => {
  it('folds to what the server has, after every event', () => {
    let seen = forViewers(START)
    LOG.forEach((event, i) => {
      const state = STATES[i] as RunState
      seen = fold(seen, sent(eventForViewers(event, state)))
      // Text comes as deltas.
      const calls = state.calls.map((call, at) => ({ ...call, text: seen.calls[at]?.text }))
      expect(seen).toEqual({ ...forViewers(state), calls })
    })
  })

  it('names the model only where it is not that of the seat, and labels where no call before said them', () => {
    const events = LOG.map((event, i) => eventForViewers(event, STATES[i] as RunState))
    const started = events.filter((event): event is ViewerEvent & { type: 'call.started' } => 'prompt' in event)
    expect(started.map(({ model }) => model)).toEqual([undefined, 'demo/stand-in', ...Array(3).fill(undefined)])
    const read = events.flatMap((event) => (event.type === 'ballot.read' ? [event.ballot] : []))
    expect(read.map(({ labels }) => labels)).toEqual([undefined, LABELS])
  })

  it('says who stands in when it does, and not who else could', () => {
    const fallbacks = [{ model: 'other/yew', name: 'Yew', demo: false, contextTokens: 8_000 }]
    const seats = PLAN.seats.map((seat) => ({ ...seat, contextTokens: 4_000, fallbacks }))
    const start = { ...START, plan: { ...PLAN, seats } }
    const standIn = { name: 'Yew', demo: false, why: 'failed' as const }
    const log = [
      { type: 'call.started', ...member('s1'), model: 'demo/a', prompt: 'member@1', labels: [], seq: 1, at: 1 },
      {
        ...{ type: 'call.failed', ...member('s1'), chars: 0, reason: 'unreachable', message: '', ...SPENT },
        ...{ retryAt: 2, nextModel: 'other/yew', seq: 2, at: 2 },
      },
      {
        ...{ type: 'call.started', ...member('s1'), attempt: 2, model: 'other/yew', prompt: 'member@1', labels: [] },
        ...{ standIn, seq: 3, at: 2 },
      },
    ] as RunEvent[]
    const seen = log.reduce((state, event) => fold(state, sent(eventForViewers(event, start))), forViewers(start))
    expect(sitterOf(seen, 'first_opinions', 's1')).toEqual({ id: 's1', model: 'other/yew', name: 'Yew', demo: false })
    expect(seen).toEqual(forViewers(log.reduce(fold, start)))
    expect(JSON.stringify(forViewers(start))).not.toContain('yew')
  })

  it('holds neither what a reviewer wrote word for word, nor earlier turns, nor the seed', () => {
    const events = LOG.map((event, i) => eventForViewers(event, STATES[i] as RunState))
    const text = JSON.stringify([events, forViewers(STATES.at(-1) as RunState)])
    expect(text).not.toContain('\\"ranking\\"')
    expect(text).not.toContain('And before?')
    expect(text).not.toContain('"seed":"seed"')
  })
})

describe('a snapshot', () => {
  it('gives back every state, whether its fields say the usual or not', () => {
    const limits = { firstTokenMs: 1, idleMs: 60_000, callMs: 3, retries: 0, answerChars: 5 }
    const reused = [{ runId: 'run_0', seat: 's1', text: 'Blue', partial: true }]
    const odd: Plan = {
      ...PLAN,
      kind: 'single',
      limits,
      reused,
      startAt: 'final_response',
      estimate: { durationMs: 9 },
    }
    const other = {
      ...initialState({ ...START, plan: odd, sourceRunId: 'run_0' }),
      reviewSkipped: 'one_answer' as const,
    }
    for (const state of [START, other, ...STATES]) {
      expect(fullState(sent(leanState(state)))).toEqual(state)
      expect(fullState(sent(leanState(forViewers(state))))).toEqual(forViewers(state))
    }
  })

  it('says what is usual by saying nothing', () => {
    const wire = leanState(forViewers(STATES[4] as RunState))
    expect(wire.calls).toEqual([
      { stage: 'first_opinions', seat: 's1', prompt: 'member@1', status: 'running', startedAt: 102, finish: null },
      expect.objectContaining({ seat: 's2', model: 'demo/stand-in' }),
      { stage: 'first_opinions', seat: 's3', prompt: 'member@1', status: 'running', startedAt: 104, finish: null },
    ])
    expect(Object.keys(wire.plan as object)).toEqual([
      ...['council', 'seats', 'members', 'reviewers', 'chairman'],
      'limits',
    ])
    for (const name of ['out', 'ballots', 'tally', 'answer', 'reasons']) expect(wire).not.toHaveProperty(name)
  })

  it('carries a field that it has never heard of', () => {
    const state = { ...START, plan: { ...PLAN, mood: 'calm' }, weather: null } as RunState
    expect(fullState(sent(leanState(state)))).toEqual(state)
  })
})
