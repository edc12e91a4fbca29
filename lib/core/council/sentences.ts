import { wholeSeconds } from './figures.ts'
import { limitsOfModel } from './patience.ts'
import type { RunState } from './state.ts'
import type { Consensus, FailureReason, QualityReason, RunLimits, SeatId } from './types.ts'

export const DEMO_SENTENCE = 'offline demo, not a language model'

type FailureSentence = (who: string, limits: RunLimits) => string

/** What a failed call means to the person who watches. */
export const FAILURE_SENTENCES: Record<FailureReason, FailureSentence> = {
  first_token_timeout: (who, limits) => `${who} sent nothing for ${wholeSeconds(limits.firstTokenMs)}.`,
  idle_timeout: (who, limits) => `${who} went quiet for ${wholeSeconds(limits.idleMs)} in the middle of its text.`,
  call_timeout: (who) => `${who} was not done in time.`,
  rate_limited: (who) => `${who} was asked too often and turned the request away.`,
  unauthorized: (who) => `The key for ${who} was not accepted.`,
  unreachable: (who) => `${who} could not be reached.`,
  upstream_error: (who) => `${who} answered with an error.`,
  stream_cut: (who) => `The connection to ${who} broke off in the middle of its text.`,
  empty: (who) => `${who} sent an empty answer.`,
  refused: (who) => `${who} declined to answer.`,
  too_long: (who, limits) =>
    `${who} wrote more than ${limits.answerChars.toLocaleString('en')} characters and was cut off.`,
  context_overflow: (who) => `The question and what goes with it are too long for ${who}.`,
  unknown_model: (who) => `${who} is not available on its server.`,
  provider_down: (who) => `${who} was not asked, because its provider has been failing.`,
  stopped: (who) => `${who} was stopped.`,
  abandoned: (who) => `${who} was interrupted by a restart of the server.`,
  budget_reached: (who) => `The budget did not suffice to ask ${who}.`,
}

type Named = { run: Pick<RunState, 'plan' | 'answer'>; name(seat: SeatId): string }

type QualitySentences = {
  [Code in QualityReason['code']]: (reason: Extract<QualityReason, { code: Code }>, named: Named) => string
}

/** Why a run is not of full quality, one sentence for each reason. */
export const QUALITY_SENTENCES: QualitySentences = {
  seat_failed: ({ seat, reason }, { run, name }) => `${seatFailure(reason, seat, run, name)} Its answer is missing.`,
  ballot_invalid: ({ seat }, { name }) => `The ballot of ${name(seat)} could not be read and does not count.`,
  reviewer_failed: ({ seat, reason }, { run, name }) =>
    `${seatFailure(reason, seat, run, name)} Its ballot is missing.`,
  no_review_one_answer: () => 'Only one answer came in, so there was nothing to compare.',
  scores_only_two_answers: () => 'Only two answers came in, so they were scored, not ranked.',
  no_valid_ballot: () => 'No ballot counted, so the answers are not ranked.',
  too_few_ballots: () => 'Too few ballots counted for the ranking to mean much.',
  chairman_failed: ({ reason }, { run, name }) =>
    seatFailure(reason, run.plan.chairman, run, name) +
    (run.answer?.lastResort ? ' The best-placed answer stands in for the verdict.' : ''),
  stopped: () => 'The run was stopped before its end.',
  written_from_partial: () => 'The verdict was written from answers that were cut short.',
  fallback_used: ({ seat, name: standIn, reason }, { run, name }) =>
    `${seatFailure(reason, seat, run, name)} ${standIn} took its place.`,
  moved_to_larger_window: ({ seat, name: standIn }, { name }) =>
    `There was more to read than fits into ${name(seat)}. ${standIn} took its place.`,
  budget_reached: ({ seat }, { run, name }) => failureSentence('budget_reached', name(seat), run.plan.limits),
  history_trimmed: ({ seat, turns }, { name }) =>
    `${name(seat)} was not shown the oldest ${turns === 1 ? 'turn' : `${turns} turns`} of the conversation: they did not fit.`,
}

export function failureSentence(reason: FailureReason, who: string, limits: RunLimits): string {
  return FAILURE_SENTENCES[reason](who, limits)
}

/** The failure of a seat's own model, whose patience may be its own too. */
function seatFailure(reason: FailureReason, id: SeatId, { plan }: Named['run'], name: Named['name']): string {
  const model = plan.seats.find((seat) => seat.id === id)?.model ?? ''
  return failureSentence(reason, name(id), limitsOfModel(plan.limits, model))
}

export function qualitySentence(reason: QualityReason, run: Named['run']): string {
  const name = (id: SeatId) => run.plan.seats.find((seat) => seat.id === id)?.name ?? id
  // The table is total by its type; the compiler cannot follow a union through an index.
  const sentence = QUALITY_SENTENCES[reason.code] as (reason: QualityReason, named: Named) => string
  return sentence(reason, { run, name })
}

const BAND_SENTENCES: Record<Consensus['band'], string> = {
  strong: 'Judges strongly agree',
  moderate: 'Judges mostly agree',
  weak: 'Judges agree a little',
  none: 'Judges do not agree',
  too_few: 'Too few ballots to say whether the judges agree',
}

const SURE_BELOW = 0.05

/** How far the judges agree, with the number of ballots and whether that could be chance. */
export function consensusSentence(consensus: Consensus): string {
  const ballots = `${consensus.judges} ${consensus.judges === 1 ? 'ballot' : 'ballots'}`
  const opening = `${BAND_SENTENCES[consensus.band]}, ${ballots}`
  if (consensus.band === 'too_few' || consensus.band === 'none') return `${opening}.`
  if (consensus.p === null || consensus.p >= SURE_BELOW) return `${opening}, too few to be sure.`
  return `${opening}, unlikely to be chance (p ${consensus.p < 0.001 ? '< 0.001' : `= ${figure(consensus.p)}`}).`
}

function figure(p: number): string {
  return p < 0.01 ? p.toFixed(3) : p.toFixed(2)
}

/** Why nobody reviewed. */
export const SKIPPED_SENTENCES: Record<NonNullable<RunState['reviewSkipped']>, string> = {
  one_answer: 'Only one answer came in, so there was nothing to review.',
  not_configured: 'This council does not review.',
  written_from_what_is_there: 'The verdict was written from what was there, without a review.',
  reused: 'The review was kept from the earlier run.',
}
