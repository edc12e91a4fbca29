import type { Delta, ViewerEvent } from './events.ts'
import { callOf, seatOf } from './select.ts'
import type { CallState, RunState } from './state.ts'
import type { Ballot } from './types.ts'

type EventOf<Type extends ViewerEvent['type']> = Extract<ViewerEvent, { type: Type }>
type CallEnd = EventOf<'call.completed' | 'call.failed'>

/** The next state after one event. Pure; an event at or below `state.seq` was seen already and changes nothing. */
export function fold(state: RunState, event: ViewerEvent): RunState {
  if (event.seq <= state.seq) return state
  return { ...apply(state, event), seq: event.seq }
}

/** Adds streamed text. Offsets make it safe to see a delta twice; one with a gap is left out until a snapshot heals it. */
export function foldDelta(state: RunState, delta: Delta): RunState {
  let changed = false
  const calls = state.calls.map((call) => {
    const piece = call.status === 'running' ? delta[call.seat] : undefined
    if (!piece) return call
    const next = extend(call, piece[0], piece[1])
    if (next !== call) changed = true
    return next
  })
  return changed ? { ...state, calls } : state
}

function extend(call: CallState, at: number, text: string): CallState {
  if (text === '') return at > call.chars ? { ...call, chars: at } : call
  const have = call.text.length
  if (at > have || at + text.length <= have) return call
  const joined = call.text + text.slice(have - at)
  return { ...call, text: joined, chars: joined.length }
}

function apply(state: RunState, event: ViewerEvent): RunState {
  switch (event.type) {
    case 'run.started':
      return { ...state, status: 'running', startedAt: event.at }
    case 'run.resumed':
      return { ...state, patienceFrom: event.at }
    case 'stage.started':
      return withStage(state, event.stage, { status: 'running', startedAt: event.at, endedAt: null })
    case 'stage.completed':
      return withStage(state, event.stage, { ...state.stages[event.stage], status: 'completed', endedAt: event.at })
    case 'review.skipped':
      return {
        ...withStage(state, 'review', { status: 'skipped', startedAt: null, endedAt: event.at }),
        reviewSkipped: event.reason,
      }
    case 'call.started':
      return { ...state, calls: [...state.calls, startedCall(state, event)] }
    case 'seat.reset':
      return state
    case 'call.completed':
    case 'call.failed':
      return { ...state, calls: state.calls.map((call) => (isSame(call, event) ? endedCall(call, event) : call)) }
    case 'seat.failed':
      return { ...state, out: [...state.out, { stage: event.stage, seat: event.seat, reason: event.reason }] }
    case 'seat.retried':
      return retried(state, event)
    case 'ballot.read':
      return { ...state, ballots: [...state.ballots, readBallot(state, event)] }
    case 'votes.counted':
      return { ...state, tally: event.tally }
    case 'run.stop_requested':
      return { ...state, stopRequested: true }
    case 'run.completed':
      return ended(state, event, { status: 'completed', answer: event.answer, quality: event.quality })
    case 'run.failed':
      return ended(state, event, { status: 'failed', quality: 'insufficient' })
    case 'run.cancelled':
      return ended(state, event, { status: 'cancelled', answer: event.answer, quality: event.quality })
  }
}

/** The seat is in again: its last call may follow at once, and what its failure left behind is gone. */
function retried(state: RunState, { stage, seat, at }: EventOf<'seat.retried'>): RunState {
  const chosen = seatOf(state, seat).model
  const last = state.calls.findLast((call) => call.stage === stage && call.seat === seat)
  return {
    ...state,
    patienceFrom: at,
    out: state.out.filter((entry) => entry.stage !== stage || entry.seat !== seat),
    ballots: stage === 'review' ? state.ballots.filter((ballot) => ballot.reviewer !== seat) : state.ballots,
    calls: state.calls.map((call) => (call === last && call.status === 'failed' ? askedAgain(call, chosen, at) : call)),
  }
}

/** Whoever stood in before, the chosen model is asked. */
function askedAgain({ nextModel: _next, ...call }: CallState, chosen: string, at: number): CallState {
  return { ...call, retryAt: at, ...(call.standIn && { nextModel: chosen }) }
}

function withStage(state: RunState, stage: keyof RunState['stages'], next: RunState['stages']['review']): RunState {
  return { ...state, stages: { ...state.stages, [stage]: next } }
}

function ended(
  state: RunState,
  event: EventOf<'run.completed' | 'run.failed' | 'run.cancelled'>,
  patch: Partial<RunState>,
): RunState {
  return { ...state, ...patch, reasons: event.reasons, endedAt: event.at }
}

function isSame(call: CallState, event: CallEnd): boolean {
  return call.stage === event.stage && call.seat === event.seat && call.attempt === event.attempt
}

function startedCall(state: RunState, event: EventOf<'call.started'>): CallState {
  return {
    stage: event.stage,
    seat: event.seat,
    attempt: event.attempt,
    model: event.model ?? seatOf(state, event.seat).model,
    prompt: event.prompt,
    labels: event.labels ?? [],
    ...(event.standIn && { standIn: event.standIn }),
    ...(event.leftOut && { leftOut: event.leftOut }),
    status: 'running',
    text: '',
    chars: 0,
    startedAt: event.at,
    endedAt: null,
    firstTokenMs: null,
    finish: null,
    reason: null,
    message: null,
    retryAt: null,
    usage: null,
    cost: null,
  }
}

function readBallot(state: RunState, { ballot }: EventOf<'ballot.read'>): Ballot {
  const labels = ballot.labels ?? callOf(state, 'review', ballot.reviewer)?.labels ?? []
  return { ...ballot, labels, raw: ballot.raw ?? '' }
}

function endedCall(call: CallState, event: CallEnd): CallState {
  const failed = event.type === 'call.failed'
  return {
    ...call,
    status: failed ? 'failed' : 'completed',
    text: event.text ?? call.text,
    chars: event.chars,
    endedAt: event.at,
    firstTokenMs: event.firstTokenMs,
    finish: failed ? null : event.finish,
    reason: failed ? event.reason : null,
    message: failed ? event.message : null,
    retryAt: failed ? event.retryAt : null,
    ...(failed && event.nextModel !== undefined && { nextModel: event.nextModel }),
    usage: event.usage,
    cost: event.cost,
  }
}
