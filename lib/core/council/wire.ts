import { type Delta, type RunEvent, type ViewerEvent, withoutText } from './events.ts'
import { callOf, seatOf } from './select.ts'
import type { RunState } from './state.ts'
import type { Ballot, Label, Seat } from './types.ts'

/** One SSE frame of a run. State events and snapshots carry an id `<epoch>-<seq>`; deltas carry offsets instead. */
export type Frame =
  | { event: 'run.snapshot'; id: string; data: RunState }
  | { event: RunEvent['type']; id: string; data: ViewerEvent }
  | { event: 'delta'; id: null; data: Delta }

/**
 * The event as viewers get it: without text they already have, without what a reviewer wrote word for word, and without
 * what `state`, into which it is folded, says already: the model of the seat, the labels of the review that was read.
 */
export function eventForViewers(event: RunEvent, state: RunState): ViewerEvent {
  if (event.type === 'call.started') {
    const { model, labels, ...started } = event
    const isOwnModel = model === seatOf(state, event.seat).model
    return { ...started, ...(isOwnModel ? {} : { model }), ...(labels.length > 0 ? { labels } : {}) }
  }
  if (event.type === 'ballot.read') {
    const { labels, raw: _raw, ...ballot } = event.ballot
    const known = callOf(state, 'review', ballot.reviewer)?.labels ?? []
    return { ...event, ballot: areSame(labels, known) ? ballot : { ...ballot, labels } }
  }
  return withoutText(event)
}

/**
 * The state as viewers get it: a ballot as it was read, its raw text stays with the run for whoever asks for the run;
 * and not what only the next call needs, like the earlier turns.
 */
export function forViewers(state: RunState): RunState {
  const { review: _inState, context: _read, metadata: _kept, budget: _held, ...plan } = state.plan
  return {
    ...state,
    plan: { ...plan, seats: plan.seats.map(asSeen), seed: '', history: [] },
    calls: state.calls.map((call) => (call.stage === 'review' ? { ...call, text: '' } : call)),
    ballots: state.ballots.map(withoutRaw),
  }
}

/** Who stands in is said when it does. */
function asSeen({ fallbacks: _spare, contextTokens: _read, ...seat }: Seat): Seat {
  return seat
}

function withoutRaw(ballot: Ballot): Ballot {
  return { ...ballot, raw: '' }
}

function areSame(labels: Label[], known: Label[]): boolean {
  const isThere = ({ label, seat }: Label, i: number) => known[i]?.label === label && known[i]?.seat === seat
  return labels.length === known.length && labels.every(isThere)
}
