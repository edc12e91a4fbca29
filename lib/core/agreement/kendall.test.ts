import { describe, expect, it } from 'vitest'
import { kendallW, rankSumDistribution, squaredRankSums } from './kendall.ts'
import type { Row } from './rows.ts'

/** Rows from ranks as a textbook prints them: one list a judge, 1 is best, ties by mid-rank. */
function rowsFrom(ranks: number[][]): Row[] {
  return ranks.map((row) => ({ answers: row.map((_, i) => i), ranks: Int32Array.from(row, (rank) => rank * 2) }))
}

describe("Kendall's W", () => {
  it('equals the example without ties of Siegel (1956, chapter 9): three executives, six applicants, W = .16', () => {
    const rows = rowsFrom([
      [1, 6, 3, 2, 5, 4],
      [1, 5, 6, 4, 2, 3],
      [6, 3, 2, 5, 4, 1],
    ])
    expect(kendallW(rows)).toBeCloseTo((12 * 25.5) / (9 * (216 - 6)), 12)
    expect(kendallW(rows)).toBeCloseTo(0.16, 2)
  })

  // By hand: rank sums 5.5 6.5 9 13.5 12 20 23 23.5 25.5 26.5, S = 591, T = 12 + 18 + 84 = 114,
  // W = 12 · 591 / (9 · 990 - 3 · 114) = 7092 / 8568.
  it('equals the example with ties of Kendall (1948), used by Siegel (1956, chapter 9): W = .828', () => {
    const rows = rowsFrom([
      [1, 4.5, 2, 4.5, 3, 7.5, 6, 9, 7.5, 10],
      [2.5, 1, 2.5, 4.5, 4.5, 8, 9, 6.5, 10, 6.5],
      [2, 1, 4.5, 4.5, 4.5, 4.5, 8, 8, 8, 10],
    ])
    expect(kendallW(rows)).toBeCloseTo(7092 / 8568, 12)
    expect(kendallW(rows)).toBeCloseTo(0.828, 3)
  })

  // Rank sums 14.5 21 30.5 6 11 3.5 20 11.5 29 28.5 22.5 36 as published; by hand S = 5738.5 - 4563 = 1175.5,
  // T = (6 + 6) + (6 + 24 + 6) + (6 + 6) = 60.
  it('equals the example with ties of Zar (2010, example 20.5): three lengths of twelve birds', () => {
    const rows = rowsFrom([
      [4, 8.5, 10, 1.5, 3, 1.5, 7, 5, 8.5, 11, 6, 12],
      [5, 7, 11, 2.5, 5, 1, 5, 2.5, 9.5, 8, 9.5, 12],
      [5.5, 5.5, 9.5, 2, 3, 1, 8, 4, 11, 9.5, 7, 12],
    ])
    expect(kendallW(rows)).toBeCloseTo((12 * 1175.5) / (9 * (1728 - 12) - 3 * 60), 12)
  })

  it('is 1 for identical orders, tied or not, and null when every judge tied everything', () => {
    expect(
      kendallW(
        rowsFrom([
          [1, 2, 3],
          [1, 2, 3],
        ]),
      ),
    ).toBe(1)
    expect(
      kendallW(
        rowsFrom([
          [1.5, 1.5, 3],
          [1.5, 1.5, 3],
        ]),
      ),
    ).toBe(1)
    expect(
      kendallW(
        rowsFrom([
          [2, 2, 2],
          [2, 2, 2],
        ]),
      ),
    ).toBeNull()
  })
})

describe('the exact distribution of W', () => {
  const strict = (judges: number, answers: number) =>
    rowsFrom(Array.from({ length: judges }, () => Array.from({ length: answers }, (_, i) => i + 1)))

  // [judges, answers, smallest W that chance reaches at most one time in twenty]
  it.each([
    [3, 3, 1],
    [3, 4, 0.822],
    [3, 5, 0.711],
    [4, 3, 0.8125],
    [4, 4, 0.65],
    [4, 5, 0.55],
    [5, 3, 0.64],
    [5, 4, 0.52],
    [5, 5, 0.448],
  ])('with %i judges and %i answers is below one in twenty from W = %f on', (judges, answers, critical) => {
    const rows = strict(judges, answers)
    const distribution = rankSumDistribution(rows, 1_000_000)!
    const falling = [...distribution].sort(([a], [b]) => b - a)
    let tail = 0
    let smallest = 0
    for (const [total, probability] of falling) {
      tail += probability
      if (tail > 0.05) break
      smallest = total
    }
    const lowest = judges ** 2 * answers * (answers + 1) ** 2
    expect((smallest - lowest) / (squaredRankSums(rows) - lowest)).toBeCloseTo(critical, 3)
  })

  it('gives perfect agreement of three judges on three answers one chance in 36', () => {
    const rows = strict(3, 3)
    expect(rankSumDistribution(rows)!.get(squaredRankSums(rows))).toBeCloseTo(1 / 36, 12)
  })

  it('sums to one, keeps ties and has mean W of 1/m', () => {
    const rows = rowsFrom([
      [1, 2.5, 2.5, 4],
      [1.5, 1.5, 3.5, 3.5],
      [1, 2, 3, 4],
    ])
    const distribution = [...rankSumDistribution(rows)!]
    expect(distribution.reduce((sum, [, p]) => sum + p, 0)).toBeCloseTo(1, 12)
    const strictOnes = [...rankSumDistribution(strict(3, 4))!]
    const mean = strictOnes.reduce((sum, [total, p]) => sum + total * p, 0)
    expect((mean - 900) / (squaredRankSums(strict(3, 4)) - 900)).toBeCloseTo(1 / 3, 12)
  })

  it('is declined where it would be dear', () => {
    expect(rankSumDistribution(strict(3, 6))).toBeNull()
    expect(rankSumDistribution(strict(8, 5))).toBeNull()
    expect(rankSumDistribution(strict(5, 5), 1000)).toBeNull()
  })
})
