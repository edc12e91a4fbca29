import type { FileCall } from '../conversations/file.ts'
import type { RunEvent, RunEventBody } from '../council/events.ts'
import { fold } from '../council/fold.ts'
import { initialState, type RunState } from '../council/state.ts'
import type { Cost, FailureReason, Label, Plan, SeatId, StageId, Usage } from '../council/types.ts'

const UNKNOWN_USAGE: Usage = { inputTokens: null, outputTokens: null, reasoningTokens: null }
const UNKNOWN_COST: Cost = { status: 'unpriced', picoUsd: null, estimated: false }
const FILE_FAILURE = 'The imported file says that it failed.'

/** The log of a run that happened elsewhere, written event by event. All of it at one moment: nobody kept the times. */
export type RunLog = {
  add(body: RunEventBody): void
  /** A call that ended: with its text, or, where that is null, failed for `reason` and its seat out. */
  call(call: { stage: StageId; seat: SeatId; text: string | null; reason: FailureReason; labels?: Label[] }): void
  state(): RunState
  events(): RunEvent[]
  calls(): FileCall[]
}

export function createRunLog(plan: Plan, at: number): RunLog {
  const events: RunEvent[] = []
  const seed = { id: '', conversationId: '', turnId: '', question: '', plan, sourceRunId: null, createdAt: at }
  let state = initialState(seed)
  const add = (body: RunEventBody) => {
    const event = { ...body, seq: events.length + 1, at }
    events.push(event)
    state = fold(state, event)
  }
  return {
    add,
    call({ stage, seat, text, reason, labels = [] }) {
      const key = { stage, seat, attempt: 1 }
      const model = plan.seats.find((candidate) => candidate.id === seat)?.model ?? seat
      const unknown = { usage: UNKNOWN_USAGE, cost: UNKNOWN_COST, firstTokenMs: null }
      add({ type: 'call.started', ...key, model, prompt: 'imported@1', labels })
      if (text !== null) {
        add({ type: 'call.completed', ...key, chars: text.length, text, finish: 'stop', ...unknown })
        return
      }
      add({ type: 'call.failed', ...key, chars: 0, reason, message: FILE_FAILURE, retryAt: null, ...unknown })
      add({ type: 'seat.failed', stage, seat, reason })
    },
    state: () => state,
    events: () => events,
    calls: () => state.calls.map(toFileCall),
  }
}

function toFileCall(call: RunState['calls'][number]): FileCall {
  const { stage, seat, attempt, model, prompt, status, text, usage, cost, reason, startedAt, endedAt } = call
  return { stage, seat, attempt, model, prompt, status, text, usage, cost, reason, startedAt, endedAt }
}
