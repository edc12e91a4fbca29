import type { Delta, RunEvent } from './events.ts'
import type { RunState } from './state.ts'

/** One SSE frame of a run. State events and snapshots carry an id `<epoch>-<seq>`; deltas carry offsets instead. */
export type Frame =
  | { event: 'run.snapshot'; id: string; data: RunState }
  | { event: RunEvent['type']; id: string; data: RunEvent }
  | { event: 'delta'; id: null; data: Delta }
