import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyCouncil, ballotOf, reordered } from '../voting/ballot.fixture.ts'
import { bandOf, consensusOf } from './consensus.ts'

const outside = (orders: string[]) => orders.map((order, i) => ballotOf(`x${i}`, order))
const consensus = (candidates: string[], ballots: ReturnType<typeof outside>) =>
  consensusOf({ seed: 'run', candidates, ballots })

describe('complete ballots', () => {
  it('in full agreement give 1 with its exact chance', () => {
    expect(consensus(['a', 'b', 'c'], outside(['a > b > c', 'a > b > c', 'a > b > c']))).toEqual({
      value: 1,
      band: 'strong',
      w: 1,
      concordance: 1,
      p: expect.closeTo(1 / 36, 10),
      judges: 3,
      answers: 3,
    })
  })

  it('of two judges are not called strong: they agree on three answers one time in six', () => {
    const result = consensus(['a', 'b', 'c'], outside(['a > b > c', 'a > b > c']))
    expect(result).toMatchObject({ value: 1, w: 1, band: 'moderate' })
    expect(result.p).toBeCloseTo(1 / 6, 10)
  })

  it('in reverse of one another give 0, not 1', () => {
    const result = consensus(['a', 'b', 'c', 'd'], outside(['a > b > c > d', 'd > c > b > a']))
    expect(result).toEqual({ value: 0, band: 'none', w: 0, concordance: 0, p: 1, judges: 2, answers: 4 })
  })

  it('are corrected for chance: W of a third from three judges is noise', () => {
    const result = consensus(['a', 'b', 'c'], outside(['a > b > c', 'a > c > b', 'c > b > a']))
    expect(result.w).toBeCloseTo(1 / 9, 10)
    expect(result).toMatchObject({ value: 0, band: 'none' })
  })

  it('equal mean Spearman: (mW - 1) / (m - 1)', () => {
    const result = consensus(['a', 'b', 'c', 'd'], outside(['a > b > c > d', 'b > a > c > d', 'a > b > d > c']))
    // Spearman of the pairs: .8, .8, .6
    expect(result.value).toBeCloseTo((0.8 + 0.8 + 0.6) / 3, 10)
    expect(result.concordance).toBeCloseTo((5 + 5 + 4) / 18, 10)
  })

  it('that tie everything say nothing in common', () => {
    const result = consensus(['a', 'b', 'c'], outside(['a = b = c', 'a = b = c']))
    expect(result).toMatchObject({ value: 0, band: 'none', w: null, concordance: 0.5, p: 1 })
  })

  it('of many answers get a chance by permutation', () => {
    const order = 'a > b > c > d > e > f'
    expect(consensus(['a', 'b', 'c', 'd', 'e', 'f'], outside([order, order, order]))).toMatchObject({
      value: 1,
      band: 'strong',
      p: expect.closeTo(1 / 10_001, 10),
    })
  })
})

describe('incomplete ballots', () => {
  it('pool the pairs that two judges both ranked; W does not apply', () => {
    const ballots = [
      ballotOf('a', 'b > c > d'),
      ballotOf('b', 'a > c > d'),
      ballotOf('c', 'a > b > d'),
      ballotOf('d', 'a > b > c'),
    ]
    const result = consensus(['a', 'b', 'c', 'd'], ballots)
    expect(result).toMatchObject({ value: 1, w: null, concordance: 1, judges: 4, answers: 4 })
    // Six pairs, each ranked by two judges; of 6^4 arrangements 24 orders of four answers fit all four.
    expect(result.p).toBeCloseTo(24 / 1296, 10)
    expect(result.band).toBe('strong')
  })

  it('count ties as half', () => {
    const ballots = [ballotOf('x', 'a > b > c'), ballotOf('y', 'a = b', { shown: ['c'] })]
    expect(consensus(['a', 'b', 'c'], ballots)).toMatchObject({ value: 0, concordance: 0.5, w: null })
  })

  it('leave out of the count a judge who shares no pair with another', () => {
    const ballots = [ballotOf('x', 'a > b'), ballotOf('y', 'a > b > c'), ballotOf('z', 'c > d')]
    expect(consensus(['a', 'b', 'c', 'd'], ballots)).toMatchObject({ concordance: 1, judges: 2, answers: 4 })
  })
})

describe('too few ballots', () => {
  const nothing = { value: null, band: 'too_few', w: null, concordance: null, p: null }

  it.each([
    ['none', [], 0],
    ['one', [ballotOf('x', 'a > b > c')], 1],
    ['one and an invalid one', [ballotOf('x', 'a > b > c'), ballotOf('y', 'a > b', { status: 'invalid' })], 1],
    ['three that share no pair', [ballotOf('a', 'b > c'), ballotOf('b', 'a > c'), ballotOf('c', 'a > b')], 3],
    ['two that rank one answer each', [ballotOf('x', 'a'), ballotOf('y', 'a')], 0],
  ])('are no figure: %s', (_, ballots, judges) => {
    expect(consensus(['a', 'b', 'c'], ballots)).toEqual({ ...nothing, judges, answers: 3 })
  })
})

describe('bands', () => {
  it.each([
    [1, 0.01, 'strong'],
    [0.8, 0.049, 'strong'],
    [0.8, 0.05, 'moderate'],
    [0.79, 0.001, 'moderate'],
    [0.5, 1, 'moderate'],
    [0.49, 0.001, 'weak'],
    [0.2, 0.5, 'weak'],
    [0.19, 0.001, 'none'],
    [0, 1, 'none'],
  ] as const)('%f at p %f is %s', (value, p, band) => {
    expect(bandOf(value, p)).toBe(band)
  })
})

describe('any council', () => {
  it('gets the same consensus however candidates, ballots and labels are listed', () => {
    const pair = anyCouncil().chain((council) => fc.tuple(fc.constant(council), reordered(council)))
    fc.assert(
      fc.property(pair, ([council, other]) => {
        expect(consensusOf(other)).toEqual(consensusOf(council))
      }),
    )
  })

  it('gets it also where its chance is sampled', () => {
    const ballots = [
      ballotOf('a', 'b > c > d > e'),
      ballotOf('b', 'c > a > d > e'),
      ballotOf('c', 'a > b > e > d'),
      ballotOf('d', 'e > b > c > a'),
      ballotOf('e', 'b > a > c > d'),
    ]
    const listed = consensus(['a', 'b', 'c', 'd', 'e'], ballots)
    expect(listed.p).toBeGreaterThan(0)
    expect(listed.p).toBeLessThan(1)
    expect(consensus(['c', 'e', 'a', 'd', 'b'], ballots.toReversed())).toEqual(listed)
  })

  it('gets figures in 0..1 or none at all', () => {
    fc.assert(
      fc.property(anyCouncil(), (council) => {
        const { value, band, w, concordance, p, judges } = consensusOf(council)
        expect(value === null).toBe(band === 'too_few')
        if (value !== null) expect(judges).toBeGreaterThanOrEqual(2)
        for (const figure of [value, w, concordance, p]) {
          if (figure !== null) expect(figure).toSatisfy((number: number) => number >= 0 && number <= 1)
        }
        if (value !== null) expect(p).toBeGreaterThan(0)
      }),
    )
  })

  it('agrees fully with copies of one order', () => {
    const order = fc.shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 2 })
    fc.assert(
      fc.property(order, fc.integer({ min: 2, max: 6 }), (seats, judges) => {
        const ballots = outside(Array.from({ length: judges }, () => seats.join(' > ')))
        expect(consensus(seats, ballots)).toMatchObject({ value: 1, w: 1, concordance: 1, judges })
      }),
    )
  })

  it('agrees not at all with an order and its reverse', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 2 }), (seats) => {
        const ballots = outside([seats.join(' > '), seats.toReversed().join(' > ')])
        expect(consensus(seats, ballots)).toMatchObject({ value: 0, concordance: 0, band: 'none' })
      }),
    )
  })
})
