import { type Delta, type RunEvent, withoutText } from './events.ts'
import type { RunState } from './state.ts'
import type { Ballot } from './types.ts'

/** One SSE frame of a run. State events and snapshots carry an id `<epoch>-<seq>`; deltas carry offsets instead. */
export type Frame =
  | { event: 'run.snapshot'; id: string; data: RunState }
  | { event: RunEvent['type']; id: string; data: RunEvent }
  | { event: 'delta'; id: null; data: Delta }

/** The event as viewers get it: without text they already have, and without what a reviewer wrote word for word. */
export function eventForViewers(event: RunEvent): RunEvent {
  if (event.type === 'ballot.read') return { ...event, ballot: withoutRaw(event.ballot) }
  return withoutText(event)
}

/** The state as viewers get it: a ballot as it was read. Its raw text stays with the run, for whoever asks for the run. */
export function forViewers(state: RunState): RunState {
  const { review: _inState, ...plan } = state.plan
  return {
    ...state,
    plan,
    calls: state.calls.map((call) => (call.stage === 'review' ? { ...call, text: '' } : call)),
    ballots: state.ballots.map(withoutRaw),
  }
}

function withoutRaw(ballot: Ballot): Ballot {
  return { ...ballot, raw: '' }
}
