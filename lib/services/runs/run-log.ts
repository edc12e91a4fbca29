import { isTerminal, type RunEvent, type RunEventBody } from '../../core/council/events.ts'
import { fold } from '../../core/council/fold.ts'
import type { RunState } from '../../core/council/state.ts'
import type { Models } from '../../ports/models.ts'
import type { CallKey } from '../../ports/runs.ts'
import { committedCall } from './call-end.ts'
import { endOf } from './end.ts'
import { createOutbox, type OutboxOptions } from './outbox.ts'

/** A run's state in this process and the log it is written to, which follows a moment later. */
export type RunLog = {
  state(): RunState
  /** Appends one event: the state has it at once, the store and the viewers after the next commit. */
  record(body: RunEventBody): void
  /** Stores the row of a call as the state has it now. */
  saveCall(key: CallKey): void
  flushed(): Promise<void>
  idle(): Promise<void>
}

export function createRunLog(initial: RunState, options: OutboxOptions & { models: Models }): RunLog {
  const outbox = createOutbox(options)
  let state = initial
  return {
    state: () => state,
    record(body) {
      const event: RunEvent = { ...body, seq: state.seq + 1, at: options.clock.now() }
      state = fold(state, event)
      outbox.add(event)
      if (isTerminal(event)) outbox.setEnd(endOf(state))
    },
    saveCall: (key) => outbox.addCall(committedCall({ models: options.models, state }, key)),
    flushed: outbox.flushed,
    idle: outbox.idle,
  }
}
