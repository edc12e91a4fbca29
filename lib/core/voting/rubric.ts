import { eligibleOn, isCountable } from '../agreement/orders.ts'
import { type Ballot, CRITERIA, type RubricScores, type SeatId } from '../council/types.ts'
import { mean } from '../stats/mean.ts'

/** A figure for one answer, null when there is none, and the number of ballots behind it. */
export type Standing = { value: number | null; ballots: number }

/** Mean of the criteria that were scored, all of equal weight; one that was left out drops out. Null when all were. */
export function rubricMean(scores: RubricScores): number | null {
  return mean(CRITERIA.map((criterion) => scores[criterion]).filter((score) => score !== null))
}

/** Mean rubric score (1 to 5) of each candidate over the countable ballots that scored it. */
export function rubricStandings(candidates: readonly SeatId[], ballots: readonly Ballot[]): Map<SeatId, Standing> {
  const given = new Map<SeatId, number[]>(candidates.map((seat) => [seat, []]))
  for (const ballot of ballots.filter(isCountable)) {
    for (const seat of eligibleOn(ballot, candidates)) {
      const scores = ballot.scores[seat]
      const value = scores ? rubricMean(scores) : null
      if (value !== null) given.get(seat)?.push(value)
    }
  }
  return new Map([...given].map(([seat, values]) => [seat, { value: mean(values), ballots: values.length }]))
}
