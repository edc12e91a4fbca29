import type { CallState, RunState } from './state.ts'
import type { FailureReason, Seat, SeatId, StageId, StandIn } from './types.ts'

type CallId = Pick<CallState, 'stage' | 'seat' | 'attempt'>

export function seatOf(state: RunState, id: SeatId): Seat {
  const seat = state.plan.seats.find((candidate) => candidate.id === id)
  if (!seat) throw new Error(`run ${state.id} has no seat ${id}`)
  return seat
}

/** Who sits in a seat for a stage, as people read it: the chosen model, or the one that stands in for it. */
export function sitterOf(state: RunState, stage: StageId, id: SeatId): Seat {
  const seat = seatOf(state, id)
  const call = callOf(state, stage, id)
  const writer = call
    ? null
    : stage === 'first_opinions'
      ? state.plan.reused.find((it) => it.seat === id)?.writer
      : null
  if (writer) return { ...seat, ...writer }
  const isSitting = call !== null && (call.status !== 'failed' || call.reason === 'stopped')
  if (!isSitting || !call.standIn) return seat
  const { name, demo } = call.standIn
  return { ...seat, model: call.model, name, demo }
}

/** The latest attempt of a seat in a stage. */
export function callOf(state: RunState, stage: StageId, seat: SeatId): CallState | null {
  return state.calls.findLast((call) => call.stage === stage && call.seat === seat) ?? null
}

export function isOut(state: RunState, stage: StageId, seat: SeatId): boolean {
  return state.out.some((entry) => entry.stage === stage && entry.seat === seat)
}

export function outReason(state: RunState, stage: StageId, seat: SeatId): FailureReason | null {
  return state.out.find((entry) => entry.stage === stage && entry.seat === seat)?.reason ?? null
}

/** An answer that counts: finished, or what a stopped member had written when the chairman was asked to use it. */
export type MemberAnswer = { seat: SeatId; text: string; partial: boolean; reusedFrom: string | null }

/** The members' answers that later stages work with, in seat order. */
export function memberAnswers(state: RunState): MemberAnswer[] {
  return state.plan.members.flatMap((seat): MemberAnswer[] => {
    const reused = state.plan.reused.find((entry) => entry.seat === seat)
    if (reused) return [{ seat, text: reused.text, partial: reused.partial, reusedFrom: reused.runId }]
    const call = callOf(state, 'first_opinions', seat)
    return call?.status === 'completed' ? [{ seat, text: call.text, partial: false, reusedFrom: null }] : []
  })
}

/** The answer that stands so far. `isTaken`: a member's own, because somebody chose it. */
export type FinalAnswer = { text: string; isWhole: boolean; seat: SeatId; lastResort: boolean; isTaken: boolean }

/** The text of the final answer so far, and whether it is whole. */
export function finalAnswer(state: RunState): FinalAnswer | null {
  const taken = memberAnswers(state).find((answer) => answer.seat === state.takenSeat)
  if (taken) return { text: taken.text, isWhole: !taken.partial, seat: taken.seat, lastResort: false, isTaken: true }
  if (state.answer) {
    const { stage, seat, attempt, lastResort } = state.answer
    const call = state.calls.find((c) => c.stage === stage && c.seat === seat && c.attempt === attempt)
    const text = call?.text ?? state.plan.reused.find((entry) => entry.seat === seat)?.text ?? ''
    return { text, isWhole: state.status === 'completed', seat, lastResort, isTaken: false }
  }
  const call = callOf(state, 'final_response', state.plan.chairman)
  if (!call || call.text === '' || call.status === 'failed') return null
  return { text: call.text, isWhole: false, seat: call.seat, lastResort: false, isTaken: false }
}

/** How a call's model is read where it is not the one that was chosen for the seat; null where it is. */
export function standInOf({ calls }: RunState, { stage, seat, attempt }: CallId): StandIn | null {
  const call = calls.find((it) => it.stage === stage && it.seat === seat && it.attempt === attempt)
  return call?.standIn ?? null
}

/** Who wrote the final answer; null before there is one. */
export function writerOf(state: RunState): Seat | null {
  const answer = finalAnswer(state)
  if (!answer) return null
  return sitterOf(state, writingStage(answer), answer.seat)
}

/** The stage in which a final answer was written: a member's own was an opinion first. */
export function writingStage({ isTaken, lastResort }: FinalAnswer): StageId {
  return isTaken || lastResort ? 'first_opinions' : 'final_response'
}

/** Whether a seat that is out can join again: its stage is open and its votes are not counted yet. */
export function canRejoin(state: RunState, stage: StageId, seat: SeatId): boolean {
  if (hasEnded(state) || state.stopRequested || state.stages[stage].status !== 'running') return false
  return isOut(state, stage, seat) && !(stage === 'review' && state.tally !== null)
}

export type Totals = {
  calls: number
  tokens: number | null
  /** Sum of known costs in pico-USD. */
  picoUsd: bigint
  /** Calls whose price is unknown; the sum is then a lower bound. */
  unpriced: number
  isFree: boolean
}

/** What a run has used so far. Unknown token counts make the sum null, never smaller. */
export function totalsOf(state: RunState): Totals {
  const ended = state.calls.filter((call) => call.status !== 'running')
  let tokens: number | null = 0
  let picoUsd = 0n
  let unpriced = 0
  for (const call of ended) {
    const input = call.usage?.inputTokens ?? null
    const output = call.usage?.outputTokens ?? null
    tokens = tokens === null || input === null || output === null ? null : tokens + input + output
    if (call.cost?.picoUsd != null) picoUsd += BigInt(call.cost.picoUsd)
    else unpriced += 1
  }
  const isFree = ended.length > 0 && ended.every((call) => call.cost?.status === 'free')
  return { calls: ended.length, tokens, picoUsd, unpriced, isFree }
}

/** Whether a run has ended for good. */
export function hasEnded(state: Pick<RunState, 'status'>): boolean {
  return state.status === 'completed' || state.status === 'failed' || state.status === 'cancelled'
}
