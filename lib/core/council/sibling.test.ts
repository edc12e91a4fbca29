import { describe, expect, it } from 'vitest'
import { tallyBallots } from '../voting/tally.ts'
import { decide } from './decide.ts'
import type { RunEventBody } from './events.ts'
import { fold } from './fold.ts'
import { DEFAULT_LIMITS, PRESETS, seatCouncil, seatSingle } from './presets.ts'
import { canRejoin, finalAnswer, memberAnswers } from './select.ts'
import { type SiblingStart, siblingPlan, withChairman } from './sibling.ts'
import { initialState, type RunState } from './state.ts'
import type { Ballot, Plan, SeatId, StageId } from './types.ts'
import { verdictOf } from './verdict.ts'

const MODELS = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ id: `demo/${name}`, name: name.toUpperCase(), demo: true }))
const USAGE = { inputTokens: 1, outputTokens: 1, reasoningTokens: null }
const FREE = { status: 'free' as const, picoUsd: '0', estimated: false }
const PLAN: Plan = {
  ...{ version: 1, seed: 'seed-0123456789', limits: DEFAULT_LIMITS, history: [], reused: [] },
  ...{ startAt: 'first_opinions', estimate: { durationMs: 9_000 }, ...seatCouncil(PRESETS.standard, MODELS) },
}

function begun(plan: Plan, id = 'run_1'): RunState {
  const place = { conversationId: 'cnv_1', turnId: 'trn_1', question: 'Why?', sourceRunId: null, createdAt: 0 }
  return initialState({ id, plan, ...place })
}

function add(state: RunState, ...bodies: RunEventBody[]): RunState {
  return bodies.reduce((s, body) => fold(s, { ...body, seq: s.seq + 1, at: 5 }), state)
}

function said(stage: StageId, seat: SeatId, text: string): RunEventBody[] {
  const key = { stage, seat, attempt: 1 }
  const end = { chars: text.length, text, usage: USAGE, cost: FREE, firstTokenMs: 1, finish: 'stop' as const }
  return [
    { type: 'call.started', ...key, labels: [], model: 'demo/a', prompt: 'any@1' },
    { type: 'call.completed', ...key, ...end },
  ]
}

function failed(stage: StageId, seat: SeatId): RunEventBody[] {
  const key = { stage, seat, attempt: 1 }
  const end = { chars: 0, text: '', usage: USAGE, cost: FREE, firstTokenMs: null, retryAt: null }
  return [
    { type: 'call.started', ...key, labels: [], model: 'demo/a', prompt: 'any@1' },
    { type: 'call.failed', ...key, ...end, reason: 'upstream_error', message: 'No.' },
    { type: 'seat.failed', stage, seat, reason: 'upstream_error' },
  ]
}

function ballotOf(reviewer: SeatId, order: SeatId[], status: Ballot['status'] = 'valid'): Ballot {
  const ranking = status === 'invalid' ? [] : order.filter((seat) => seat !== reviewer).map((seat) => [seat])
  return { reviewer, status, raw: 'raw', labels: [], scores: {}, ranking, comments: {}, problem: null }
}

const ORDER = ['s1', 's2', 's3', 's4']

/** A council that has ended, in which the given seats of a stage had failed. */
function endedRun(out: { opinions?: SeatId[]; ballots?: SeatId[]; chairman?: boolean } = {}): RunState {
  const answered = ORDER.filter((seat) => !out.opinions?.includes(seat))
  const ballots = ORDER.map((seat) => ballotOf(seat, answered, out.ballots?.includes(seat) ? 'invalid' : 'valid'))
  const state = add(
    begun(PLAN),
    { type: 'run.started' },
    { type: 'stage.started', stage: 'first_opinions' },
    ...ORDER.flatMap((seat) =>
      answered.includes(seat) ? said('first_opinions', seat, `answer ${seat}`) : failed('first_opinions', seat),
    ),
    { type: 'stage.completed', stage: 'first_opinions' },
    { type: 'stage.started', stage: 'review' },
    ...ballots.map((ballot): RunEventBody => ({ type: 'ballot.read', ballot })),
    { type: 'votes.counted', tally: tallyBallots({ seed: 's', candidates: answered, ballots }) },
    { type: 'stage.completed', stage: 'review' },
    { type: 'stage.started', stage: 'final_response' },
    ...(out.chairman ? failed('final_response', 's5') : said('final_response', 's5', 'the verdict')),
    { type: 'stage.completed', stage: 'final_response' },
  )
  return add(state, verdictOf(state))
}

/** The calls that a sibling makes first, once every decision that needs no model is taken. */
function firstCalls(source: RunState, from: SiblingStart): { state: RunState; calls: string[] } {
  let state = begun(siblingPlan(source, from) as Plan, 'run_2')
  for (let i = 0; i < 50; i++) {
    const commands = decide(state, 10)
    if (commands[0]?.do === 'record') state = add(state, commands[0].event)
    else return { state, calls: commands.flatMap((it) => (it.do === 'call' ? [`${it.stage}/${it.seat}`] : [])) }
  }
  throw new Error('no end')
}

describe('a sibling run', () => {
  it('from the beginning asks everybody again', () => {
    const { calls, state } = firstCalls(endedRun(), 'beginning')
    expect(calls).toEqual(ORDER.map((seat) => `first_opinions/${seat}`))
    expect(state.ballots).toEqual([])
  })

  it('of the chairman alone keeps answers, ballots and ranking, and calls nobody else', () => {
    const source = endedRun()
    const { calls, state } = firstCalls(source, 'final_response')
    expect(calls).toEqual(['final_response/s5'])
    expect(memberAnswers(state).map((answer) => answer.text)).toEqual(ORDER.map((seat) => `answer ${seat}`))
    expect(state.ballots).toEqual(source.ballots)
    expect(state.tally).toEqual(source.tally)
    expect(state.reviewSkipped).toBe('reused')
    const written = add(state, ...said('final_response', 's5', 'again'))
    expect(verdictOf(written)).toMatchObject({ type: 'run.completed', quality: 'full', reasons: [] })
  })

  it('of the chairman alone still admits the members that had failed before', () => {
    const { state } = firstCalls(endedRun({ opinions: ['s2'] }), 'final_response')
    expect(verdictOf(add(state, ...said('final_response', 's5', 'again')))).toMatchObject({
      quality: 'degraded',
      reasons: [{ code: 'seat_failed', seat: 's2', reason: 'upstream_error' }],
    })
  })

  it('for a failed member asks that one, and then all reviewers anew', () => {
    const { calls, state } = firstCalls(endedRun({ opinions: ['s2'] }), 'failed_seats')
    expect(calls).toEqual(['first_opinions/s2'])
    const next = add(state, ...said('first_opinions', 's2', 'late'), {
      type: 'stage.completed',
      stage: 'first_opinions',
    })
    const reviews = decide(add(next, { type: 'stage.started', stage: 'review' }), 10)
    expect(reviews.map((it) => it.do === 'call' && it.seat)).toEqual(ORDER)
  })

  it('for an unreadable ballot asks that reviewer alone and counts all ballots again', () => {
    const { calls, state } = firstCalls(endedRun({ ballots: ['s3'] }), 'failed_seats')
    expect(calls).toEqual(['review/s3'])
    expect(state.ballots.map((ballot) => ballot.reviewer)).toEqual(['s1', 's2', 's4'])
    expect(state.tally).toBeNull()
  })

  it('for a failed chairman asks the chairman alone', () => {
    expect(firstCalls(endedRun({ chairman: true }), 'failed_seats').calls).toEqual(['final_response/s5'])
  })

  it('of a sibling keeps what the first run had, under its name', () => {
    const second = firstCalls(endedRun(), 'final_response').state
    const third = siblingPlan({ ...second, status: 'completed' }, 'final_response')
    expect(third?.review?.runId).toBe('run_1')
    expect(third?.reused.every((answer) => answer.runId === 'run_1')).toBe(true)
  })

  it('has nothing to write from where nobody had answered', () => {
    expect(siblingPlan(begun(PLAN), 'final_response')).toBeNull()
    expect(siblingPlan(begun({ ...PLAN, ...seatSingle(MODELS[0]!) }), 'final_response')?.kind).toBe('single')
  })
})

describe('another chairman', () => {
  it('takes the chair of one who did nothing else', () => {
    const plan = withChairman(PLAN, MODELS[1]!)
    expect(plan.seats.find((seat) => seat.id === plan.chairman)).toMatchObject({ id: 's5', model: 'demo/b' })
    expect(plan.seats).toHaveLength(PLAN.seats.length)
  })

  it('gets a seat of its own beside a chairman who reviewed', () => {
    const quick = { ...PLAN, ...seatCouncil(PRESETS.quick, MODELS) }
    const plan = withChairman(quick, MODELS[4]!)
    expect(plan.chairman).toBe('s5')
    expect(plan.seats.map((seat) => seat.id)).toEqual([...quick.seats.map((seat) => seat.id), 's5'])
  })
})

describe('a failed seat of an open stage', () => {
  const open = add(
    begun(PLAN),
    { type: 'run.started' },
    { type: 'stage.started', stage: 'first_opinions' },
    ...failed('first_opinions', 's1'),
  )

  it('joins again when somebody asks for it, with the next attempt', () => {
    expect(canRejoin(open, 'first_opinions', 's1')).toBe(true)
    const joined = add(open, { type: 'seat.retried', stage: 'first_opinions', seat: 's1' })
    expect(joined.out).toEqual([])
    expect(decide(joined, 10)).toContainEqual(expect.objectContaining({ do: 'call', seat: 's1', attempt: 2 }))
  })

  it('stays out where it has not failed, the stage is over, or the run was stopped', () => {
    expect(canRejoin(open, 'first_opinions', 's2')).toBe(false)
    expect(canRejoin(add(open, { type: 'stage.completed', stage: 'first_opinions' }), 'first_opinions', 's1')).toBe(
      false,
    )
    expect(canRejoin(add(open, { type: 'run.stop_requested' }), 'first_opinions', 's1')).toBe(false)
  })

  it('of the review gives back the ballot that its failure had left', () => {
    const review = add(open, { type: 'stage.started', stage: 'review' }, ...failed('review', 's2'), {
      type: 'ballot.read',
      ballot: ballotOf('s2', ORDER, 'invalid'),
    })
    expect(add(review, { type: 'seat.retried', stage: 'review', seat: 's2' }).ballots).toEqual([])
  })
})

describe('a taken answer', () => {
  it('stands in place of the verdict, and only if that member had answered', () => {
    const run = endedRun({ opinions: ['s2'] })
    expect(finalAnswer({ ...run, takenSeat: 's1' })).toMatchObject({ text: 'answer s1', isTaken: true })
    expect(finalAnswer({ ...run, takenSeat: 's2' })).toMatchObject({ text: 'the verdict', isTaken: false })
  })
})
