import type { Delta, RunEvent } from './events.ts'
import type { RunState } from './state.ts'

/** One SSE frame of a run. State events and snapshots carry an id `<epoch>-<seq>`; deltas carry offsets instead. */
export type Frame =
  | { event: 'run.snapshot'; id: string; data: RunState }
  | { event: RunEvent['type']; id: string; data: RunEvent }
  | { event: 'delta'; id: null; data: Delta }

/** The state as viewers get it: raw ballots travel once, with the ballots, and only when they have been read. */
export function forViewers(state: RunState): RunState {
  return { ...state, calls: state.calls.map((call) => (call.stage === 'review' ? { ...call, text: '' } : call)) }
}
