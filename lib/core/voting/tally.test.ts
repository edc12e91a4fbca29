import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SeatId, Tally } from '../council/types.ts'
import { sha256Hex } from '../stats/sha256.ts'
import { allScores, anyCouncil, ballotOf, NO_SCORES, reordered } from './ballot.fixture.ts'
import { tallyBallots } from './tally.ts'

const scoresOf = (tally: Tally) => Object.fromEntries(tally.entries.map(({ seat, score }) => [seat, score]))
const near = (value: number) => expect.closeTo(value, 12)
const byHash = (seed: string, seats: SeatId[]) =>
  seats.toSorted((a, b) => (sha256Hex(`${seed}:${a}`) < sha256Hex(`${seed}:${b}`) ? -1 : 1))

describe('normalized Borda', () => {
  it.each([
    ['strict orders of outside judges', ['a > b > c', 'a > c > b'], { a: 1, b: 0.25, c: 0.25 }],
    ['a tied tier shares the mean of its places', ['a = b > c'], { a: 0.75, b: 0.75, c: 0 }],
    ['a tie over everything is chance', ['a = b = c'], { a: 0.5, b: 0.5, c: 0.5 }],
  ])('scores %s', (_, orders, expected) => {
    const ballots = orders.map((order, i) => ballotOf(`x${i}`, order))
    const tally = tallyBallots({ seed: '1', candidates: ['a', 'b', 'c'], ballots })
    expect(tally.method).toBe('normalized_borda')
    expect(scoresOf(tally)).toEqual(expected)
  })

  it('gives answers that a ballot left out the mean of the remaining points', () => {
    const ballots = [ballotOf('x', 'a > b', { shown: ['c', 'd'] }), ballotOf('y', 'c > d > a > b')]
    const tally = tallyBallots({ seed: '1', candidates: ['a', 'b', 'c', 'd'], ballots })
    expect(scoresOf(tally)).toEqual({ a: (1 + 1 / 3) / 2, b: 1 / 3, c: (1 / 6 + 1) / 2, d: (1 / 6 + 2 / 3) / 2 })
    expect(tally.entries.map(({ ballots: count }) => count)).toEqual([2, 1, 1, 2])
  })

  it('averages only over ballots on which an answer was eligible', () => {
    const ballots = [ballotOf('a', 'b > c'), ballotOf('b', 'a > c'), ballotOf('c', 'a > b')]
    const tally = tallyBallots({ seed: '1', candidates: ['a', 'b', 'c'], ballots })
    expect(scoresOf(tally)).toEqual({ a: 1, b: 0.5, c: 0 })
    expect(tally.entries.every((entry) => entry.ballots === 2)).toBe(true)
  })

  it('leaves an answer that nobody ranked without a score, below every other', () => {
    const ballots = [ballotOf('x', 'a > b', { shown: ['c'] }), ballotOf('y', 'a > b', { shown: ['c'] })]
    const last = tallyBallots({ seed: '1', candidates: ['c', 'b', 'a'], ballots }).entries[2]
    expect(last).toEqual({ seat: 'c', score: null, rank: 3, ballots: 0, rubric: null })
  })

  it('learns nothing from a ballot that ranks a single answer', () => {
    const ballots = [ballotOf('x', 'a > b > c'), ballotOf('y', 'c', { shown: ['a', 'b'] })]
    const tally = tallyBallots({ seed: '1', candidates: ['a', 'b', 'c'], ballots })
    expect(scoresOf(tally)).toEqual({ a: 1, b: 0.5, c: 0 })
    expect(tally.ballots).toEqual({ valid: 2, repaired: 0, invalid: 0 })
  })

  it('counts valid and repaired ballots, not invalid ones', () => {
    const ballots = [
      ballotOf('x', 'a > b > c'),
      ballotOf('y', 'b > a > c', { status: 'repaired' }),
      ballotOf('z', 'c > b > a', { status: 'invalid' }),
    ]
    const tally = tallyBallots({ seed: '1', candidates: ['a', 'b', 'c'], ballots })
    expect(scoresOf(tally)).toEqual({ a: 0.75, b: 0.75, c: 0 })
    expect(tally.ballots).toEqual({ valid: 1, repaired: 1, invalid: 1 })
    expect(tally.consensus.judges).toBe(2)
  })
})

describe('with two answers', () => {
  it('mean rubric scores decide, scaled to 0..1; criteria left out drop out', () => {
    const ballots = [
      ballotOf('a', 'b', { scores: { b: { ...allScores(5), clarity: null } } }),
      ballotOf('b', 'a', { scores: { a: allScores(4) } }),
    ]
    expect(tallyBallots({ seed: '1', candidates: ['a', 'b'], ballots })).toMatchObject({
      method: 'scores',
      winner: 'b',
      tieBreakUsed: null,
      entries: [
        { seat: 'b', rank: 1, score: 1, rubric: 5, ballots: 1 },
        { seat: 'a', rank: 2, score: 0.75, rubric: 4, ballots: 1 },
      ],
    })
  })

  it('an order given by a judge from outside breaks equal scores', () => {
    const ballots = [ballotOf('x', 'b > a', { scores: { a: allScores(3), b: allScores(3) } })]
    const tally = tallyBallots({ seed: '1', candidates: ['a', 'b'], ballots })
    expect(tally).toMatchObject({ method: 'scores', winner: 'b', tieBreakUsed: 'copeland' })
  })

  it('rankings stand in where nobody scored', () => {
    const tally = tallyBallots({ seed: '1', candidates: ['a', 'b'], ballots: [ballotOf('x', 'b > a')] })
    expect(tally).toMatchObject({ method: 'normalized_borda', winner: 'b' })
  })
})

describe('with little to go by', () => {
  it('three answers nobody put in order are ranked by their scores', () => {
    const scores = { a: allScores(2), b: allScores(4), c: NO_SCORES }
    const tally = tallyBallots({ seed: '1', candidates: ['a', 'b', 'c'], ballots: [ballotOf('x', '', { scores })] })
    expect(tally).toMatchObject({ method: 'scores', winner: 'b' })
    expect(scoresOf(tally)).toEqual({ b: 0.75, a: 0.25, c: null })
  })

  it.each([
    ['no ballot at all', []],
    ['only invalid ones', [ballotOf('x', 'a > b > c', { status: 'invalid' })]],
    ['only empty ones', [ballotOf('x', '', { shown: ['a', 'b', 'c'] })]],
  ])('%s: nobody wins, no score is made up, the order is the hash', (_, ballots) => {
    const tally = tallyBallots({ seed: 'run', candidates: ['a', 'b', 'c'], ballots })
    expect(tally).toMatchObject({ method: 'none', winner: null, tieBreakUsed: null })
    expect(tally.entries.map(({ seat }) => seat)).toEqual(byHash('run', ['a', 'b', 'c']))
    expect(tally.entries.every(({ score, ballots: count }) => score === null && count === 0)).toBe(true)
    expect(tally.consensus).toMatchObject({ value: null, band: 'too_few' })
  })

  it('no answers give no entries', () => {
    expect(tallyBallots({ seed: '', candidates: [], ballots: [] })).toMatchObject({ method: 'none', entries: [] })
  })

  it('a single answer is ranked by its scores alone', () => {
    const ballots = [ballotOf('x', 'a', { scores: { a: allScores(3) } })]
    const tally = tallyBallots({ seed: '', candidates: ['a', 'a'], ballots })
    expect(tally).toMatchObject({ method: 'scores', winner: 'a', entries: [{ rank: 1, score: 0.5 }] })
  })
})

describe('the tie-break cascade', () => {
  const four: SeatId[] = ['a', 'b', 'c', 'd']

  it('uses Copeland where Borda is equal', () => {
    const orders = ['a > b > c', 'a > b > c', 'b > c > a']
    const ballots = [...orders, ...orders].map((order, i) => ballotOf(`x${i}`, order))
    const tally = tallyBallots({ seed: '1', candidates: ['c', 'b', 'a'], ballots })
    expect(scoresOf(tally)).toEqual({ a: 2 / 3, b: 2 / 3, c: 1 / 6 })
    expect(tally).toMatchObject({ winner: 'a', tieBreakUsed: 'copeland' })
  })

  it('uses first places where Copeland is equal too', () => {
    const orders = ['c > a > b', 'a > c > b', 'b > c > a', 'b > a > c']
    const ballots = orders.map((order, i) => ballotOf(`x${i}`, order))
    const tally = tallyBallots({ seed: '1', candidates: ['a', 'b', 'c'], ballots })
    expect(scoresOf(tally)).toEqual({ a: 0.5, b: 0.5, c: 0.5 })
    expect(tally).toMatchObject({ winner: 'b', tieBreakUsed: 'first_places' })
  })

  it('uses the duel between the tied where first places are equal as well', () => {
    const orders = ['c > a > b > d', 'd > a > b > c', 'b > d > c > a']
    const ballots = orders.map((order, i) => ballotOf(`x${i}`, order))
    for (const seed of ['1', '2', '3', '4']) {
      const tally = tallyBallots({ seed, candidates: ['d', 'c', 'b', 'a'], ballots })
      expect(scoresOf(tally)).toEqual({ b: near(5 / 9), d: near(5 / 9), a: near(4 / 9), c: near(4 / 9) })
      expect(tally).toMatchObject({ winner: 'b', tieBreakUsed: 'head_to_head' })
    }
  })

  it('names the step that decided first place only', () => {
    const ballots = [ballotOf('x', 'a > b = c = d')]
    const tally = tallyBallots({ seed: 'run', candidates: four, ballots })
    expect(tally).toMatchObject({ winner: 'a', tieBreakUsed: null })
    expect(tally.entries.slice(1).map(({ seat }) => seat)).toEqual(byHash('run', ['b', 'c', 'd']))
  })

  it('falls to the hash of seed and seat when nothing else differs', () => {
    const ballots = [ballotOf('x', 'a = b = c = d')]
    for (const seed of ['1', '2', '3', '4', '5', '6']) {
      const tally = tallyBallots({ seed, candidates: four, ballots })
      expect(tally).toMatchObject({ winner: byHash(seed, four)[0], tieBreakUsed: 'hash' })
    }
  })
})

describe('any council', () => {
  it('gets the same result however candidates, ballots and labels are listed', () => {
    const pair = anyCouncil().chain((council) => fc.tuple(fc.constant(council), reordered(council)))
    fc.assert(
      fc.property(pair, ([council, other]) => {
        expect(tallyBallots(other)).toEqual(tallyBallots(council))
      }),
    )
  })

  it('gets scores in 0..1, ranks 1..n and a winner exactly when something was counted', () => {
    fc.assert(
      fc.property(anyCouncil(), (council) => {
        const { entries, winner, method } = tallyBallots(council)
        expect(entries.map(({ rank }) => rank)).toEqual(council.candidates.map((_, i) => i + 1))
        expect(winner).toBe(method === 'none' ? null : entries[0]!.seat)
        for (const { score, ballots } of entries) {
          expect(score === null).toBe(ballots === 0)
          if (score !== null) expect(score).toSatisfy((value: number) => value >= 0 && value <= 1)
        }
      }),
    )
  })

  it('is won by the answer that every judge puts first', () => {
    fc.assert(
      fc.property(anyCouncil(3), (council) => {
        const ballots = council.ballots
          .filter(({ reviewer }) => reviewer !== 's1')
          .map((ballot) => {
            const rest = ballot.ranking.map((tier) => tier.filter((seat) => seat !== 's1'))
            return { ...ballot, status: 'valid' as const, ranking: [['s1'], ...rest, ['s2'], ['s3']] }
          })
        expect(tallyBallots({ ...council, ballots })).toMatchObject({ winner: 's1', tieBreakUsed: null })
      }),
    )
  })

  it('pays no heed to where a reviewer puts its own answer', () => {
    fc.assert(
      fc.property(anyCouncil(), fc.boolean(), (council, first) => {
        const ballots = council.ballots.map((ballot) => ({
          ...ballot,
          labels: [...ballot.labels, { label: 'Z', seat: ballot.reviewer }],
          scores: { ...ballot.scores, [ballot.reviewer]: allScores(first ? 5 : 1) },
          ranking: first ? [[ballot.reviewer], ...ballot.ranking] : [...ballot.ranking, [ballot.reviewer]],
        }))
        const others = ballots.filter(({ reviewer }) => council.candidates.includes(reviewer))
        const plain = council.ballots.filter(({ reviewer }) => council.candidates.includes(reviewer))
        expect(tallyBallots({ ...council, ballots: others })).toEqual(tallyBallots({ ...council, ballots: plain }))
      }),
    )
  })
})
