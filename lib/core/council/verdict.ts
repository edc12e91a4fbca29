import type { AnswerSource, RunEventBody } from './events.ts'
import { callOf, memberAnswers, outReason, seatOf } from './select.ts'
import type { CallState, RunState } from './state.ts'
import type { Quality, QualityReason } from './types.ts'

type Ending = Extract<RunEventBody, { type: 'run.completed' | 'run.failed' | 'run.cancelled' }>

/** How the run ends, from everything that happened: the answer that stands, its quality and every reason against it. */
export function verdictOf(state: RunState): Ending {
  const reasons = reasonsOf(state)
  const answer = answerSource(state)
  if (state.stopRequested) {
    return { type: 'run.cancelled', quality: 'insufficient', reasons: [...reasons, { code: 'stopped' }], answer }
  }
  const isShort = state.plan.kind === 'council' && memberAnswers(state).length < state.plan.minimumMembers
  if (!answer || isShort) return { type: 'run.failed', reasons }
  return { type: 'run.completed', quality: qualityOf(reasons), reasons, answer }
}

function answerSource(state: RunState): AnswerSource | null {
  const seat = state.plan.chairman
  const call = callOf(state, 'final_response', seat)
  const { attempt = 1 } = call ?? {}
  if (call?.status === 'completed') return { stage: 'final_response', seat, attempt, lastResort: false }
  if (state.stopRequested) return call?.text ? { stage: 'final_response', seat, attempt, lastResort: false } : null
  return lastResort(state)
}

/** The chairman is out: the answer the reviewers ranked first stands, labelled; without votes the first one that there is. */
function lastResort(state: RunState): AnswerSource | null {
  const answers = memberAnswers(state)
  const best = answers.find((answer) => answer.seat === state.tally?.winner) ?? answers[0]
  if (!best) return null
  const attempt = callOf(state, 'first_opinions', best.seat)?.attempt ?? 1
  return { stage: 'first_opinions', seat: best.seat, attempt, lastResort: true }
}

function reasonsOf(state: RunState): QualityReason[] {
  const reasons: QualityReason[] = []
  for (const { stage, seat, reason } of state.out) {
    if (reason === 'budget_reached') reasons.push({ code: 'budget_reached', seat })
    else if (stage === 'first_opinions') reasons.push({ code: 'seat_failed', seat, reason })
    else if (stage === 'review') reasons.push({ code: 'reviewer_failed', seat, reason })
  }
  for (const ballot of state.ballots) {
    const isCounted = ballot.status !== 'invalid' || outReason(state, 'review', ballot.reviewer) !== null
    if (!isCounted) reasons.push({ code: 'ballot_invalid', seat: ballot.reviewer })
  }
  return [...reasons, ...reviewReasons(state), ...finalReasons(state), ...changeReasons(state)]
}

/** What was done otherwise than planned by calls that ended well: once for each model that took a seat. */
function changeReasons(state: RunState): QualityReason[] {
  const told = new Set<string>()
  const ended = state.calls.filter((call) => call.status === 'completed')
  return ended.flatMap((call) =>
    [...standInReasons(state, call), ...trimReasons(call)].filter((reason) => {
      const key = `${reason.code} ${call.seat} ${call.model}`
      return !told.has(key) && told.add(key)
    }),
  )
}

function standInReasons(state: RunState, { stage, seat, model, standIn }: CallState): QualityReason[] {
  if (!standIn) return []
  const moved = { seat, model, name: standIn.name, insteadOf: seatOf(state, seat).model }
  if (standIn.why === 'window') return [{ code: 'moved_to_larger_window', ...moved }]
  const failed = state.calls.findLast(
    (call) => call.stage === stage && call.seat === seat && call.model !== model && call.status === 'failed',
  )
  return [{ code: 'fallback_used', ...moved, reason: failed?.reason ?? 'upstream_error' }]
}

function trimReasons({ seat, leftOut }: CallState): QualityReason[] {
  return leftOut ? [{ code: 'history_trimmed', seat, turns: leftOut }] : []
}

function reviewReasons(state: RunState): QualityReason[] {
  if (state.reviewSkipped === 'one_answer') return [{ code: 'no_review_one_answer' }]
  if (state.reviewSkipped === 'written_from_what_is_there') return [{ code: 'written_from_partial' }]
  if (!state.tally) return []
  const { valid, repaired, invalid } = state.tally.ballots
  const counted = valid + repaired
  if (counted === 0) return [{ code: 'no_valid_ballot' }]
  if (memberAnswers(state).length === 2 && state.plan.members.length > 2) return [{ code: 'scores_only_two_answers' }]
  const judges = counted + invalid
  return counted < 2 || counted < judges / 2 ? [{ code: 'too_few_ballots' }] : []
}

function finalReasons(state: RunState): QualityReason[] {
  const reason = outReason(state, 'final_response', state.plan.chairman)
  return reason && reason !== 'budget_reached' ? [{ code: 'chairman_failed', reason }] : []
}

function qualityOf(reasons: QualityReason[]): Quality {
  return reasons.length === 0 ? 'full' : 'degraded'
}
