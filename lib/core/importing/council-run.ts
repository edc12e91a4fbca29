import { memberAnswers } from '../council/select.ts'
import type { FailureReason, Label, Plan, Seat } from '../council/types.ts'
import { verdictOf } from '../council/verdict.ts'
import { tallyBallots } from '../voting/tally.ts'
import { importedBallot } from './ballots.ts'
import { labelsOver, rebuiltLabels } from './label-maps.ts'
import { createRunLog, type RunLog } from './run-log.ts'
import { planOf } from './seating.ts'
import type { CouncilMessage, FinalEntry } from './stages.ts'
import type { ImportedRun } from './types.ts'

type Origin = { ref: string; at: number; chairmanModel: string | null }

/** An answer message as the run it would have been here: same events, same verdict rules, nothing that the file lacks. */
export function councilRun(message: CouncilMessage, origin: Origin): ImportedRun {
  const plan = planOf(message, origin.chairmanModel, `imported:${origin.ref}`)
  const log = createRunLog(plan, origin.at)
  log.add({ type: 'run.started' })
  if (plan.kind === 'council') {
    addOpinions(log, plan, message)
    addReviews(log, plan, message)
  }
  addFinal(log, plan, message)
  log.add(verdictOf(log.state()))
  return runOf(log, origin)
}

/** A question whose answer was never saved: it was stopped, and nobody is known to have been asked. */
export function unansweredRun(origin: Origin): ImportedRun {
  const nobody = { members: [], reviews: [], sharedLabels: null, hasOwnLabels: false, final: null, content: null }
  const log = createRunLog(planOf(nobody, origin.chairmanModel, `imported:${origin.ref}`), origin.at)
  log.add({ type: 'run.started' })
  log.add({ type: 'run.stop_requested' })
  log.add(verdictOf(log.state()))
  return runOf(log, origin)
}

function runOf(log: RunLog, { ref, at }: Origin): ImportedRun {
  const { plan } = log.state()
  return { ref, sourceRef: null, createdAt: at, plan, events: log.events(), calls: log.calls() }
}

function addOpinions(log: RunLog, plan: Plan, { members }: CouncilMessage): void {
  log.add({ type: 'stage.started', stage: 'first_opinions' })
  for (const [index, seat] of plan.members.entries()) {
    const { response, hasError } = members[index]!
    const reason: FailureReason = hasError ? 'upstream_error' : 'empty'
    log.call({ stage: 'first_opinions', seat, text: response, reason })
  }
  log.add({ type: 'stage.completed', stage: 'first_opinions' })
}

function addReviews(log: RunLog, plan: Plan, message: CouncilMessage): void {
  if (message.reviews.length === 0) {
    log.add({ type: 'review.skipped', reason: 'not_configured' })
    return
  }
  log.add({ type: 'stage.started', stage: 'review' })
  for (const [index, seat] of plan.reviewers.entries()) {
    const review = message.reviews[index]!
    const labels = labelsFor(message, index, plan)
    log.call({ stage: 'review', seat, text: review.text, reason: 'empty', labels })
    if (review.text !== null) log.add({ type: 'ballot.read', ballot: importedBallot(seat, review, labels) })
  }
  const state = log.state()
  const candidates = memberAnswers(state).map((answer) => answer.seat)
  log.add({ type: 'votes.counted', tally: tallyBallots({ seed: plan.seed, candidates, ballots: state.ballots }) })
  log.add({ type: 'stage.completed', stage: 'review' })
}

/** A reviewer's own map; where any reviewer has one, a shared map would be wrong for the others. */
function labelsFor(message: CouncilMessage, review: number, plan: Plan): Label[] {
  const members = plan.members.map((id) => plan.seats.find((seat) => seat.id === id) as Seat)
  const own = message.reviews[review]?.labels ?? null
  if (own !== null || message.hasOwnLabels) return labelsOver(own ?? [], members)
  if (message.sharedLabels !== null) return labelsOver(message.sharedLabels, members)
  return rebuiltLabels(plan.members.map((seat, index) => ({ seat, isLabelled: !message.members[index]!.hasError })))
}

function addFinal(log: RunLog, plan: Plan, message: CouncilMessage): void {
  const stage = 'final_response'
  const final = message.final ?? plainAnswer(message)
  log.add({ type: 'stage.started', stage })
  if (final === null) log.add({ type: 'seat.failed', stage, seat: plan.chairman, reason: 'stopped' })
  else {
    const reason: FailureReason = final.model === null ? 'upstream_error' : 'empty'
    log.call({ stage, seat: plan.chairman, text: final.response, reason })
  }
  log.add({ type: 'stage.completed', stage })
}

/** An answer without stages is its writer's alone; `content` beside stages is only a copy. */
function plainAnswer({ members, reviews, content }: CouncilMessage): FinalEntry | null {
  if (members.length + reviews.length > 0) return null
  return { model: null, response: content?.trim() ? content : null }
}
