import type { RunEvent } from './events.ts'
import { fold } from './fold.ts'
import { initialState, type RunSeed, type RunState } from './state.ts'
import type { SeatId, StageId } from './types.ts'

type CallText = { stage: StageId; seat: SeatId; attempt: number; text: string }

/** A run's state from its stored log and the texts that are stored beside it. */
export function hydrate(seed: RunSeed, events: readonly RunEvent[], texts: readonly CallText[]): RunState {
  const state = events.reduce(fold, initialState(seed))
  const byKey = new Map(texts.map((call) => [`${call.stage}/${call.seat}/${call.attempt}`, call.text]))
  const calls = state.calls.map((call) => {
    const text = byKey.get(`${call.stage}/${call.seat}/${call.attempt}`) ?? call.text
    return { ...call, text, chars: call.status === 'running' ? text.length : call.chars }
  })
  return { ...state, calls }
}
