import { fold, foldDelta } from '../../lib/core/council/fold.ts'
import { fullState } from '../../lib/core/council/lean.ts'
import type { RunState } from '../../lib/core/council/state.ts'
import type { StreamEvent } from '../api/client.ts'

/** What a viewer that has seen these frames, over however many connections, has on its screen. */
export function foldFrames(events: StreamEvent[]): RunState | null {
  return events.reduce<RunState | null>((state, { event, data }) => {
    if (event === 'run.snapshot') return fullState(data)
    if (!state) return null
    return event === 'delta' ? foldDelta(state, data) : fold(state, data)
  }, null)
}
