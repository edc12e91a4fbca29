import { invalidBallot, readBallot } from '../council/ballots.ts'
import type { Ballot, Label, SeatId } from '../council/types.ts'
import type { ReviewEntry } from './stages.ts'

export const NOT_VALIDATED = 'Imported ballot, not validated.'

/** A review read again with our own reader; what the other product had read from it is not looked at. Marked as imported. */
export function importedBallot(reviewer: SeatId, review: ReviewEntry, labels: Label[]): Ballot {
  const raw = review.text ?? ''
  const read = readOrRefuse(reviewer, review, labels)
  if (!read.ok) return invalidBallot({ reviewer, raw, labels, problem: marked(read.problem) })
  return { ...read.ballot, problem: marked(read.ballot.problem) }
}

function readOrRefuse(reviewer: SeatId, review: ReviewEntry, labels: Label[]): ReturnType<typeof readBallot> {
  if (review.hasAbstained) return { ok: false, problem: 'The reviewer abstained.' }
  if (labels.length === 0) return { ok: false, problem: 'The file does not say which answer its labels stood for.' }
  return readBallot({ reviewer, raw: review.text ?? '', labels, needsRanking: true })
}

function marked(problem: string | null): string {
  return problem === null ? NOT_VALIDATED : `${problem} ${NOT_VALIDATED}`
}
