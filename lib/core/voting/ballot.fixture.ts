import fc from 'fast-check'
import type { Ballot, RubricScores, SeatId } from '../council/types.ts'

export const NO_SCORES: RubricScores = { accuracy: null, completeness: null, reasoning: null, clarity: null }

/** The same score on every criterion. */
export function allScores(score: number): RubricScores {
  return { accuracy: score, completeness: score, reasoning: score, clarity: score }
}

/** A ballot from its order as text, "b > a = c"; everything ranked or scored was shown, and what `shown` adds. */
export function ballotOf(
  reviewer: SeatId,
  order: string,
  more: { shown?: SeatId[]; scores?: Record<SeatId, RubricScores>; status?: Ballot['status'] } = {},
): Ballot {
  const ranking = order === '' ? [] : order.split('>').map((tier) => tier.split('=').map((seat) => seat.trim()))
  const shown = [...new Set([...ranking.flat(), ...Object.keys(more.scores ?? {}), ...(more.shown ?? [])])]
  const labels = shown.map((seat, i) => ({ label: String.fromCharCode(65 + i), seat }))
  const { scores = {}, status = 'valid' } = more
  return { reviewer, status, raw: '', labels, scores, ranking, comments: {}, problem: null }
}

export type Council = { seed: string; candidates: SeatId[]; ballots: Ballot[] }

/** Any council of up to five answers: members who review without their own, up to two judges from outside, gaps and ties. */
export function anyCouncil(minAnswers = 0): fc.Arbitrary<Council> {
  return fc
    .record({ seed: fc.string(), answers: fc.integer({ min: minAnswers, max: 5 }), outside: fc.nat({ max: 2 }) })
    .chain(({ seed, answers, outside }) => {
      const candidates = Array.from({ length: answers }, (_, i) => `s${i + 1}`)
      const judges = [...candidates, ...Array.from({ length: outside }, (_, i) => `x${i + 1}`)]
      const ballots = judges.map((judge) => anyBallot(judge, candidates))
      return fc.record({ seed: fc.constant(seed), candidates: fc.constant(candidates), ballots: fc.tuple(...ballots) })
    })
}

function anyBallot(reviewer: SeatId, candidates: SeatId[]): fc.Arbitrary<Ballot> {
  const shown = candidates.filter((seat) => seat !== reviewer)
  const score = fc.option(fc.integer({ min: 1, max: 5 }))
  const scores = fc.record({ accuracy: score, completeness: score, reasoning: score, clarity: score })
  return fc
    .record({
      ranked: fc.shuffledSubarray(shown),
      tied: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
      scored: fc.dictionary(fc.constantFrom('none', ...shown), scores),
      status: fc.constantFrom('valid', 'valid', 'repaired', 'invalid'),
    })
    .map(({ ranked, tied, scored, status }) => ({
      ...ballotOf(reviewer, '', { shown, scores: scored, status: status as Ballot['status'] }),
      ranking: tiersFrom(ranked, tied),
    }))
}

/** Each answer starts a tier of its own or, where `tied` says so, joins the one before. */
function tiersFrom(ranked: SeatId[], tied: boolean[]): SeatId[][] {
  const tiers: SeatId[][] = []
  ranked.forEach((seat, i) => {
    const last = tiers.at(-1)
    if (last && tied[i]) last.push(seat)
    else tiers.push([seat])
  })
  return tiers
}

/** The same council with its candidates, ballots and labels listed in another order. */
export function reordered(council: Council): fc.Arbitrary<Council> {
  return fc.tuple(all(council.candidates), all(council.ballots), fc.boolean()).map(([candidates, ballots, flip]) => ({
    seed: council.seed,
    candidates,
    ballots: ballots.map((ballot) => ({
      ...ballot,
      labels: flip ? ballot.labels.toReversed() : ballot.labels,
      ranking: ballot.ranking.map((tier) => (flip ? tier.toReversed() : tier)),
    })),
  }))
}

function all<T>(items: T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray(items, { minLength: items.length, maxLength: items.length })
}
