import { consensusOf } from '../agreement/consensus.ts'
import { ordersOf } from '../agreement/orders.ts'
import type { Ballot, SeatId, Tally } from '../council/types.ts'
import { normalizedBorda } from './borda.ts'
import { rubricStandings, type Standing } from './rubric.ts'
import { rankSeats } from './tie-break.ts'

/**
 * Counts the ballots of a run. Three or more answers are ordered by normalized Borda (weights equal, own answers left
 * out); with two, where leaving out one's own makes rankings meaningless, by mean rubric score scaled to [0, 1]. Each
 * stands in for the other when only it has data; with neither, nobody wins and the order is the seeded hash.
 */
export function tallyBallots(input: { seed: string; candidates: SeatId[]; ballots: Ballot[] }): Tally {
  const { seed, ballots } = input
  const candidates = [...new Set(input.candidates)]
  const orders = ordersOf(candidates, ballots)
  const borda = normalizedBorda(candidates, orders)
  const rubric = rubricStandings(candidates, ballots)
  const method = methodFor(candidates.length, borda, rubric)
  const standing = (seat: SeatId): Standing => standingBy(method, borda.get(seat), rubric.get(seat))
  const { ranked, used } = rankSeats({ seed, candidates, orders, strength: (seat) => standing(seat).value })
  return {
    method,
    entries: ranked.map((seat, place) => ({
      seat,
      score: standing(seat).value,
      rank: place + 1,
      ballots: standing(seat).ballots,
      rubric: rubric.get(seat)?.value ?? null,
    })),
    winner: method === 'none' ? null : (ranked[0] ?? null),
    tieBreakUsed: method === 'none' ? null : used,
    ballots: countByStatus(ballots),
    consensus: consensusOf({ seed, candidates, ballots }),
  }
}

type Standings = Map<SeatId, Standing>

function methodFor(answers: number, borda: Standings, rubric: Standings): Tally['method'] {
  const hasOrder = hasFigure(borda)
  const hasScores = hasFigure(rubric)
  if (answers <= 2) return hasScores ? 'scores' : hasOrder ? 'normalized_borda' : 'none'
  return hasOrder ? 'normalized_borda' : hasScores ? 'scores' : 'none'
}

function hasFigure(standings: Standings): boolean {
  return [...standings.values()].some(({ value }) => value !== null)
}

function standingBy(method: Tally['method'], borda?: Standing, rubric?: Standing): Standing {
  const nothing: Standing = { value: null, ballots: 0 }
  if (method === 'normalized_borda') return borda ?? nothing
  if (method === 'none' || !rubric) return nothing
  return { value: rubric.value === null ? null : (rubric.value - 1) / 4, ballots: rubric.ballots }
}

function countByStatus(ballots: readonly Ballot[]): Tally['ballots'] {
  const count = (status: Ballot['status']) => ballots.filter((ballot) => ballot.status === status).length
  return { valid: count('valid'), repaired: count('repaired'), invalid: count('invalid') }
}
