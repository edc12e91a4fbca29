import type { AnswerSource } from './events.ts'
import type { CallState, RunState, StageState } from './state.ts'
import type { Ballot, Consensus, Cost, Label, Plan, RunLimits, Seat, SeatId, Tally } from './types.ts'

/** JSON of a run's state in which every field that says the usual is left out. */
export type LeanState = Record<string, unknown>

/** What the fields of a record usually say, and the same for the records (or lists of them) in its fields. */
type Shape<T = object> = { usual: Partial<T>; within?: Record<string, Shape> }

// What is not in these tables is always sent, so a new field needs nothing here. They are the contract with open pages
// and programs (docs/guides/api.md): lines may be added, the value of a line never changes.
const SEAT: Shape<Seat> = { usual: { demo: false } }
const LIMITS: Shape<RunLimits> = {
  usual: { firstTokenMs: 60_000, idleMs: 60_000, callMs: 240_000, retries: 1, answerChars: 262_144 },
}
const ESTIMATE: Shape<Plan['estimate']> = { usual: { durationMs: null } }
const PLAN: Shape<Plan> = {
  usual: {
    version: 1,
    kind: 'council',
    minimumMembers: 1,
    seed: '',
    history: [],
    reused: [],
    startAt: 'first_opinions',
  },
  within: { seats: SEAT, limits: LIMITS, estimate: ESTIMATE },
}
const STAGE: Shape<StageState> = { usual: { status: 'completed', startedAt: null, endedAt: null } }
const COST: Shape<Cost> = { usual: { picoUsd: null, estimated: false } }
const CALL: Shape<CallState> = {
  usual: {
    attempt: 1,
    labels: [],
    status: 'completed',
    text: '',
    endedAt: null,
    firstTokenMs: null,
    finish: 'stop',
    reason: null,
    message: null,
    retryAt: null,
    usage: null,
    cost: null,
  },
  within: { cost: COST },
}
const BALLOT: Shape<Ballot> = { usual: { status: 'valid', raw: '', problem: null } }
const CONSENSUS: Shape<Consensus> = { usual: { value: null, w: null, concordance: null, p: null } }
const TALLY: Shape<Tally> = { usual: { winner: null, tieBreakUsed: null }, within: { consensus: CONSENSUS } }
const ANSWER: Shape<AnswerSource> = { usual: { attempt: 1, lastResort: false } }
const RUN: Shape<RunState> = {
  usual: {
    sourceRunId: null,
    stopRequested: false,
    startedAt: null,
    endedAt: null,
    calls: [],
    out: [],
    ballots: [],
    tally: null,
    reviewSkipped: null,
    answer: null,
    takenSeat: null,
    quality: null,
    reasons: [],
  },
  within: {
    plan: PLAN,
    stages: { usual: {}, within: { first_opinions: STAGE, review: STAGE, final_response: STAGE } },
    calls: CALL,
    ballots: BALLOT,
    tally: TALLY,
    answer: ANSWER,
  },
}

/** The state as a snapshot carries it. A call's model is usually its seat's, a ballot's labels are those of its call. */
export function leanState(state: RunState): LeanState {
  const calls = state.calls.map((call) => {
    return withoutUsual(call, { model: modelOf(state.plan, call.seat), chars: call.text.length })
  })
  const ballots = state.ballots.map((ballot) =>
    withoutUsual(ballot, { labels: labelsOf(state.calls, ballot.reviewer) }),
  )
  return lean({ ...state, calls, ballots }, RUN)
}

/** The state that a snapshot stands for: the reverse of `leanState`. */
export function fullState(wire: LeanState): RunState {
  const state = full(wire, RUN) as RunState
  const calls = state.calls.map((call) => {
    return { ...{ model: modelOf(state.plan, call.seat), chars: call.text.length }, ...call }
  })
  const ballots = state.ballots.map((ballot) => ({ ...{ labels: labelsOf(calls, ballot.reviewer) }, ...ballot }))
  return { ...state, calls, ballots }
}

function lean(record: object, { usual, within = {} }: Shape): Record<string, unknown> {
  const told = Object.entries(withoutUsual(record, usual))
  const parts = told.map(([name, value]) => [name, inside(value, within[name], lean)] as const)
  return Object.fromEntries(parts.filter(([name, value]) => !(name in within && isBlank(value))))
}

function full(wire: object, { usual, within = {} }: Shape): object {
  const record: Record<string, unknown> = { ...usual, ...wire }
  const parts = Object.entries(within).map(([name, shape]) => {
    return [name, inside(name in record ? record[name] : {}, shape, full)]
  })
  return { ...record, ...Object.fromEntries(parts) }
}

function inside(value: unknown, shape: Shape | undefined, turn: (record: object, shape: Shape) => object): unknown {
  if (!shape || typeof value !== 'object' || value === null) return value
  return Array.isArray(value) ? value.map((record) => turn(record, shape)) : turn(value, shape)
}

function withoutUsual(record: object, usual: object): object {
  const known = new Map(Object.entries(usual))
  const told = Object.entries(record).filter(([name, value]) => !known.has(name) || !isSame(value, known.get(name)))
  return Object.fromEntries(told)
}

function isBlank(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0
}

/** Scalars, and lists that were made in the same way. */
function isSame(a: unknown, b: unknown): boolean {
  return a === b || (Array.isArray(a) && JSON.stringify(a) === JSON.stringify(b))
}

function modelOf(plan: Plan, id: SeatId): string | undefined {
  return plan.seats.find((seat) => seat.id === id)?.model
}

function labelsOf(calls: CallState[], reviewer: SeatId): Label[] {
  return calls.findLast((call) => call.stage === 'review' && call.seat === reviewer)?.labels ?? []
}
