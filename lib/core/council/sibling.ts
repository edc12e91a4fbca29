import { callOf, isOut, memberAnswers, seatOf, sitterOf } from './select.ts'
import type { RunState } from './state.ts'
import type { ModelId, Plan, ReusedAnswer, ReusedReview, Seat, SeatId } from './types.ts'

/**
 * Where a sibling run begins. `beginning`: everybody is asked again. `failed_seats`: only who failed, and what follows from
 * it. `final_response`: only the chairman. `what_is_there`: the chairman, from answers that were cut short too.
 */
export const SIBLING_STARTS = ['beginning', 'failed_seats', 'final_response', 'what_is_there'] as const
export type SiblingStart = (typeof SIBLING_STARTS)[number]

/** The plan of a run that goes on from `source`, which has ended; null where there is nothing to begin from. */
export function siblingPlan(source: RunState, from: SiblingStart): Plan | null {
  const { review: _review, ...plan } = source.plan
  const fresh: Plan = { ...plan, reused: [], startAt: 'first_opinions' }
  if (plan.kind === 'single' || from === 'beginning') return fresh
  const finished = finishedAnswers(source)
  const started = { ...fresh, estimate: { durationMs: null } }
  if (from === 'failed_seats') return { ...started, ...withoutFailed(source, finished) }
  const partial = from === 'what_is_there' ? partialAnswers(source, finished) : []
  const reused = [...finished, ...partial]
  if (reused.length === 0) return null
  if (partial.length > 0) return { ...started, reused, startAt: 'final_response' }
  return { ...started, reused, startAt: 'final_response', ...keptReview(source) }
}

/** The plan with another model in the chair. A chairman who is also a member or a reviewer keeps that place. */
export function withChairman(plan: Plan, model: Pick<Seat, 'name' | 'demo'> & { id: ModelId }): Plan {
  const { chairman, members, reviewers, seats } = plan
  const isOnlyChairman = !members.includes(chairman) && !reviewers.includes(chairman)
  const id = isOnlyChairman ? chairman : nextSeat(seats)
  const seat: Seat = { id, model: model.id, name: model.name, demo: model.demo }
  const kept = isOnlyChairman ? seats.filter((it) => it.id !== chairman) : seats
  return { ...plan, seats: [...kept, seat], chairman: id }
}

function nextSeat(seats: Seat[]): string {
  return `s${Math.max(...seats.map((seat) => Number(seat.id.slice(1)))) + 1}`
}

function finishedAnswers(source: RunState): ReusedAnswer[] {
  return memberAnswers(source)
    .filter((answer) => !answer.partial)
    .map(({ seat, text, reusedFrom }) => ({
      ...{ runId: reusedFrom ?? source.id, seat, text, partial: false },
      ...writerIn(source, seat),
    }))
}

/** Who wrote a seat's answer, where that was not the seat's own model. */
function writerIn(source: RunState, seat: SeatId): Pick<ReusedAnswer, 'writer'> {
  const { model, name, demo } = sitterOf(source, 'first_opinions', seat)
  return model === seatOf(source, seat).model ? {} : { writer: { model, name, demo } }
}

/** What stopped members had written. */
function partialAnswers(source: RunState, finished: ReusedAnswer[]): ReusedAnswer[] {
  return source.plan.members.flatMap((seat): ReusedAnswer[] => {
    if (finished.some((answer) => answer.seat === seat)) return []
    const kept = source.plan.reused.find((answer) => answer.seat === seat)
    const text = kept?.text ?? callOf(source, 'first_opinions', seat)?.text ?? ''
    return text.trim() === ''
      ? []
      : [{ runId: kept?.runId ?? source.id, seat, text, partial: true, ...writerIn(source, seat) }]
  })
}

/** With all answers there, ballots that count are kept too; with an answer missing every reviewer has more to judge. */
function withoutFailed(source: RunState, reused: ReusedAnswer[]): Pick<Plan, 'reused'> & { review?: ReusedReview } {
  const isComplete = source.plan.members.every((seat) => reused.some((answer) => answer.seat === seat))
  if (!isComplete) return { reused }
  const ballots = source.ballots.filter((ballot) => ballot.status !== 'invalid')
  const isReviewed = source.tally !== null && ballots.length === source.ballots.length
  if (isReviewed) return { reused, ...keptReview(source) }
  return ballots.length === 0 ? { reused } : { reused, review: { ...reviewOf(source), ballots, tally: null, out: [] } }
}

function keptReview(source: RunState): { review?: ReusedReview } {
  if (source.tally === null && source.reviewSkipped === null) return {}
  return { review: reviewOf(source) }
}

function reviewOf(source: RunState): ReusedReview {
  const out = source.out.filter(({ stage, seat }) => stage !== 'final_response' && isOut(source, stage, seat))
  const { id, ballots, tally, reviewSkipped } = source
  const skipped = reviewSkipped === 'reused' ? null : reviewSkipped
  return { runId: source.plan.review?.runId ?? id, ballots, tally, skipped, out }
}
