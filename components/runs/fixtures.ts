import type { RunEvent, RunEventBody } from '@/lib/core/council/events.ts'
import { fold } from '@/lib/core/council/fold.ts'
import { initialState, type RunState } from '@/lib/core/council/state.ts'
import { verdictOf } from '@/lib/core/council/verdict.ts'
import { tallyBallots } from '@/lib/core/voting/tally.ts'
import recordedDegraded from './recorded-degraded.json' with { type: 'json' }
import recordedRun from './recorded-run.json' with { type: 'json' }
import { type Recording, stateAt } from './recording.ts'

/** The states in which a run is looked at before anything is called done. */
export const RUN_STATES = [
  'waiting',
  'answering',
  'reviewing',
  'verdict',
  'completed',
  'degraded',
  'stopped',
  'failed',
] as const
export type RunStateName = (typeof RUN_STATES)[number]

// JSON cannot say what is a tuple or a literal; the recordings were written from these very types.
export const FULL_RUN = recordedRun as unknown as Recording
const DEGRADED_RUN = recordedDegraded as unknown as Recording

/** One run in each state, made by folding recorded events. */
export const RUN_FIXTURES: Record<RunStateName, () => RunState> = {
  waiting: () => stateAt(FULL_RUN, 100),
  answering: () => stateAt(FULL_RUN, 1_900),
  reviewing: () => stateAt(FULL_RUN, midReview()),
  verdict: () => stateAt(FULL_RUN, timeOf('call.started', 'final_response') + 1_700),
  completed: () => stateAt(FULL_RUN),
  degraded: () => stateAt(DEGRADED_RUN),
  stopped: () => stopped(stateAt(FULL_RUN, 2_600)),
  failed,
}

/** The last moment of the recorded run; what ticks is shown as of then. */
export function timeOf(type: RunEvent['type'], stage: string): number {
  const frame = FULL_RUN.frames.find(([, kind, data]) => {
    const event = kind === 'event' ? (data as RunEvent) : null
    return event?.type === type && 'stage' in event && event.stage === stage
  })
  return frame?.[0] ?? 0
}

function midReview(): number {
  return Math.round((timeOf('stage.started', 'review') + timeOf('stage.completed', 'review')) / 2)
}

function stopped(running: RunState): RunState {
  const asked = then(running, { type: 'run.stop_requested' })
  const closed = asked.calls
    .filter((call) => call.status === 'running')
    .reduce((state, call) => then(state, failedCall(call, 'stopped')), asked)
  return then(closed, verdictOf(closed))
}

function failed(): RunState {
  const { members } = FULL_RUN.seed.plan
  let state = stateAt(FULL_RUN, timeOf('call.started', 'first_opinions'))
  for (const call of state.calls) state = then(state, failedCall(call, 'unreachable'))
  for (const seat of members) {
    state = then(state, { type: 'seat.failed', stage: 'first_opinions', seat, reason: 'unreachable' })
  }
  return then(state, verdictOf(state))
}

function failedCall(call: RunState['calls'][number], reason: 'stopped' | 'unreachable'): RunEventBody {
  return {
    type: 'call.failed',
    stage: call.stage,
    seat: call.seat,
    attempt: call.attempt,
    chars: call.chars,
    reason,
    message: 'It did not end.',
    usage: { inputTokens: 94, outputTokens: Math.ceil(call.chars / 4), reasoningTokens: null },
    cost: { status: 'free', picoUsd: '0', estimated: false },
    firstTokenMs: null,
    retryAt: null,
  }
}

function then(state: RunState, body: RunEventBody): RunState {
  const last = Math.max(state.createdAt, ...state.calls.map((call) => call.startedAt))
  return fold(state, { ...body, seq: state.seq + 1, at: last + 2_600 } as RunEvent)
}

/** The completed run, in which another model had taken the place of the second member. */
export function runWithStandIn(): RunState {
  const run = stateAt(FULL_RUN)
  const standIn = { name: 'Yew', demo: false, why: 'failed' as const }
  const calls = run.calls.map((call) => (call.seat === 's2' ? { ...call, model: 'other/yew', standIn } : call))
  const last = { ...run, status: 'running' as const, calls, endedAt: null, seq: run.seq }
  return then(last, verdictOf(last))
}

/** The completed run with ballots of reviewers who neither answered nor wrote the verdict: each ranks every answer. */
export function runWithReviewersApart(): RunState {
  const run = stateAt(FULL_RUN)
  const { members, seats } = run.plan
  const judges = ['Elm', 'Fir'].map((name, i) => ({ id: `s${seats.length + 1 + i}`, model: name, name, demo: false }))
  const ballots = judges.map(({ id: reviewer }, i) => ({
    ...{ reviewer, status: 'valid' as const, raw: '', labels: [], scores: {}, problem: null },
    ranking: (i === 0 ? members : members.toReversed()).map((seat) => [seat]),
    comments: { [members[0] ?? '']: `As ${reviewer} sees it.` },
  }))
  const plan = { ...run.plan, seats: [...seats, ...judges], reviewers: judges.map(({ id }) => id) }
  const calls = run.calls.filter((call) => call.stage !== 'review')
  return { ...run, plan, calls, ballots, tally: tallyBallots({ seed: 's', candidates: members, ballots }) }
}

/** One model alone, with its answer. */
export function singleRun(): RunState {
  const { seed } = FULL_RUN
  const chairman = seed.plan.seats.filter((seat) => seat.id === seed.plan.chairman)
  const plan = { ...seed.plan, kind: 'single' as const, council: 'single', seats: chairman, members: [], reviewers: [] }
  const whole = stateAt(FULL_RUN)
  const calls = whole.calls.filter((call) => call.stage === 'final_response')
  return { ...whole, ...initialState({ ...seed, plan }), ...pick(whole), plan, calls }
}

function pick({ status, startedAt, endedAt, answer, quality, seq, stages }: RunState) {
  return { status, startedAt, endedAt, answer, quality, seq, stages }
}
