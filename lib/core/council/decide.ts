import { isAffordable } from '../pricing/budget.ts'
import { tallyBallots } from '../voting/tally.ts'
import { asRepaired, invalidBallot, readBallot } from './ballots.ts'
import type { RunEventBody } from './events.ts'
import { fittedCall, type SeatedCall } from './fit.ts'
import { labelsFor, reviewersOf } from './labels.ts'
import { stageEnd } from './patience.ts'
import { isRepairCall } from './prompts.ts'
import { callOf, hasEnded, isOut, memberAnswers } from './select.ts'
import { nextSitter } from './sitter.ts'
import type { CallState, RunState } from './state.ts'
import type { ReviewSkipped, SeatId, StageId } from './types.ts'
import { verdictOf } from './verdict.ts'

/** What the driver has to do next. `record` comes alone: each event may change what else is due. */
export type Command =
  | { do: 'record'; event: RunEventBody }
  | ({ do: 'call' } & SeatedCall)
  | { do: 'abort'; stage: StageId; seat: SeatId; attempt: number }
  | { do: 'wake'; at: number }

/**
 * The commands that follow from a state. Pure: the same state and time give the same commands, so a crash resumes with
 * the decisions that were logged. An empty list means: wait for a call to end. `now` is Unix time in milliseconds.
 */
export function decide(state: RunState, now: number): Command[] {
  if (hasEnded(state)) return []
  if (state.status === 'queued') return record({ type: 'run.started' })
  if (state.stopRequested) return decideStop(state)
  if (state.plan.kind === 'council') {
    const opinions = decideOpinions(state, now)
    if (opinions) return opinions
    const review = decideReview(state, now)
    if (review) return review
  }
  return decideFinal(state, now)
}

function record(event: RunEventBody): Command[] {
  return [{ do: 'record', event }]
}

function decideStop(state: RunState): Command[] {
  const running = state.calls.filter((call) => call.status === 'running')
  if (running.length > 0) return running.map(({ stage, seat, attempt }) => ({ do: 'abort', stage, seat, attempt }))
  return record(verdictOf(state))
}

/** Null when the stage is over and the next may begin. */
function decideOpinions(state: RunState, now: number): Command[] | null {
  const stage = state.stages.first_opinions
  if (stage.status === 'completed' || state.plan.startAt === 'final_response') return null
  if (stage.status === 'waiting') return record({ type: 'stage.started', stage: 'first_opinions' })
  const asked = state.plan.members.filter((seat) => !state.plan.reused.some((entry) => entry.seat === seat))
  const due = decideSeats(state, 'first_opinions', asked, now)
  if (due) return due
  if (memberAnswers(state).length < Math.max(1, state.plan.minimumMembers)) return record(verdictOf(state))
  return record({ type: 'stage.completed', stage: 'first_opinions' })
}

function decideReview(state: RunState, now: number): Command[] | null {
  const { status } = state.stages.review
  if (status === 'completed' || status === 'skipped') return null
  if (status === 'waiting') {
    const skip = skipReason(state)
    return record(skip ? { type: 'review.skipped', reason: skip } : { type: 'stage.started', stage: 'review' })
  }
  const reviewers = reviewersOf(state)
  const unread = reviewers.find((seat) => needsReading(state, seat))
  if (unread) return record({ type: 'ballot.read', ballot: ballotOf(state, unread) })
  const due = decideSeats(
    state,
    'review',
    reviewers.filter((seat) => !hasBallot(state, seat)),
    now,
  )
  if (due) return due
  if (!state.tally) return record({ type: 'votes.counted', tally: countVotes(state) })
  return record({ type: 'stage.completed', stage: 'review' })
}

function decideFinal(state: RunState, now: number): Command[] {
  if (state.stages.final_response.status === 'waiting')
    return record({ type: 'stage.started', stage: 'final_response' })
  const due = decideSeats(state, 'final_response', [state.plan.chairman], now)
  if (due) return due
  if (state.stages.final_response.status === 'running')
    return record({ type: 'stage.completed', stage: 'final_response' })
  return record(verdictOf(state))
}

/** Calls, retries and give-ups of the seats of one stage; null when every seat has answered or is out. */
function decideSeats(state: RunState, stage: StageId, seats: SeatId[], now: number): Command[] | null {
  const commands: Command[] = []
  let isOpen = false
  for (const seat of seats) {
    if (isOut(state, stage, seat)) continue
    const call = callOf(state, stage, seat)
    if (call?.status === 'completed' && !isBrokenBallot(state, call)) continue
    isOpen = true
    if (call?.status === 'running') continue
    if (call?.status === 'failed' && (call.retryAt === null || now >= stageEnd(state, stage))) {
      return record({ type: 'seat.failed', stage, seat, reason: call.reason ?? 'upstream_error' })
    }
    if (call?.retryAt != null && call.retryAt > now) {
      commands.push({ do: 'wake', at: call.retryAt })
      continue
    }
    const next = nextCall(state, stage, seat, call)
    const others = commands.filter((command) => command.do === 'call')
    if (!isAffordable(state, next, others))
      return record({ type: 'seat.failed', stage, seat, reason: 'budget_reached' })
    commands.push({ do: 'call', ...next })
  }
  return isOpen ? commands : null
}

function nextCall(state: RunState, stage: StageId, seat: SeatId, last: CallState | null): SeatedCall {
  const attempt = (last?.attempt ?? 0) + 1
  const labels = stage === 'review' ? (last?.labels ?? labelsFor(state, seat)) : []
  const isRepair = last?.status === 'completed'
  return fittedCall(state, { stage, seat, attempt, labels, isRepair, leftOut: 0, ...nextSitter(state, stage, seat) })
}

function skipReason(state: RunState): ReviewSkipped | null {
  const { review } = state.plan
  if (review?.skipped) return review.skipped
  if (review?.tally) return 'reused'
  if (state.plan.startAt === 'final_response') return 'written_from_what_is_there'
  if (state.plan.reviewers.length === 0) return 'not_configured'
  return memberAnswers(state).length < 2 ? 'one_answer' : null
}

function hasBallot(state: RunState, seat: SeatId): boolean {
  return state.ballots.some((ballot) => ballot.reviewer === seat)
}

/** A finished review whose ballot is in, or whose reviewer is out, and which is not read yet. */
function needsReading(state: RunState, seat: SeatId): boolean {
  if (hasBallot(state, seat)) return false
  if (isOut(state, 'review', seat)) return true
  const call = callOf(state, 'review', seat)
  return call?.status === 'completed' && !isBrokenBallot(state, call)
}

/** A ballot that cannot be read is sent back once for repair. */
function isBrokenBallot(state: RunState, call: CallState): boolean {
  if (call.stage !== 'review' || hasRepair(state, call.seat)) return false
  return !readCall(call).ok
}

/** The prompt id of a repair tells it from a first try, also after a restart. */
function hasRepair(state: RunState, seat: SeatId): boolean {
  return state.calls.some(
    (call) => call.stage === 'review' && call.seat === seat && isRepairCall(call) && call.status !== 'failed',
  )
}

type Reading = ReturnType<typeof readBallot>

/** A call's text does not change once it has ended, and every decision of the stage asks for it again. */
const readings = new WeakMap<CallState, Reading>()

function readCall(call: CallState): Reading {
  const known = readings.get(call)
  if (known) return known
  const reading = readBallot({
    reviewer: call.seat,
    raw: call.text,
    labels: call.labels,
    needsRanking: call.labels.length > 1,
  })
  readings.set(call, reading)
  return reading
}

function ballotOf(state: RunState, seat: SeatId) {
  const call = state.calls.findLast((c) => c.stage === 'review' && c.seat === seat && c.status === 'completed') ?? null
  const failure = 'The reviewer did not answer.'
  if (!call)
    return invalidBallot({
      reviewer: seat,
      raw: '',
      labels: callOf(state, 'review', seat)?.labels ?? [],
      problem: failure,
    })
  const read = readCall(call)
  if (!read.ok) return invalidBallot({ reviewer: seat, raw: call.text, labels: call.labels, problem: read.problem })
  return isRepairCall(call) ? asRepaired(read.ballot) : read.ballot
}

function countVotes(state: RunState) {
  const candidates = memberAnswers(state).map((answer) => answer.seat)
  return tallyBallots({ seed: state.plan.seed, candidates, ballots: state.ballots })
}
