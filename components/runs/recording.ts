import type { Delta, RunEvent } from '@/lib/core/council/events.ts'
import { fold, foldDelta } from '@/lib/core/council/fold.ts'
import { initialState, type RunSeed, type RunState } from '@/lib/core/council/state.ts'

/** A run as it came over the wire: frames with their time in milliseconds since the run was created. */
export type Recording = {
  seed: RunSeed
  frames: ([atMs: number, kind: 'event', data: RunEvent] | [atMs: number, kind: 'delta', data: Delta])[]
}

/** When the last frame came. */
export function lengthMs(recording: Recording): number {
  return recording.frames.at(-1)?.[0] ?? 0
}

/** The frames of `recording` folded one after the other; asked for ever later times, it never folds a frame twice. */
export function player(recording: Recording): { stateAt(ms: number): RunState } {
  let state = initialState(recording.seed)
  let next = 0
  return {
    stateAt(ms) {
      for (let frame = recording.frames[next]; frame && frame[0] <= ms; frame = recording.frames[next]) {
        state = frame[1] === 'event' ? fold(state, frame[2]) : foldDelta(state, frame[2])
        next += 1
      }
      return state
    },
  }
}

/** The state of `recording` at one time; without a time, at its end. */
export function stateAt(recording: Recording, ms = Number.POSITIVE_INFINITY): RunState {
  return player(recording).stateAt(ms)
}
