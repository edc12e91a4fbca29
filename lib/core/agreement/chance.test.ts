import { describe, expect, it } from 'vitest'
import { chanceOf, SAMPLES } from './chance.ts'
import { pooledConcordance } from './concordance.ts'
import { rankSumDistribution, squaredRankSums } from './kendall.ts'
import type { Row } from './rows.ts'

const row = (answers: number[], ...ranks: number[]): Row => ({
  answers,
  ranks: Int32Array.from(ranks, (rank) => rank * 2),
})

describe('chanceOf', () => {
  it('is exact where all arrangements can be visited: two judges agree on three answers one time in six', () => {
    const rows = [row([0, 1, 2], 1, 2, 3), row([0, 1, 2], 1, 2, 3)]
    expect(chanceOf(rows, pooledConcordance(rows, 3).balance, 'seed')).toBeCloseTo(1 / 6, 12)
  })

  it('leaves the rows as they were', () => {
    const rows = [row([0, 1, 2], 3, 1, 2), row([0, 1, 2], 1, 2, 3)]
    chanceOf(rows, squaredRankSums, 'seed')
    expect(rows.map(({ ranks }) => [...ranks])).toEqual([
      [6, 2, 4],
      [2, 4, 6],
    ])
  })

  it('comes close to the exact figure by sampling, the same for the same seed', () => {
    const all = [0, 1, 2, 3]
    const rows = [row(all, 1, 2, 3, 4), row(all, 2, 1, 3, 4), row(all, 1, 2, 4, 3), row(all, 2, 3, 1, 4)]
    const observed = squaredRankSums(rows)
    const exact = [...rankSumDistribution(rows)!].reduce((sum, [total, p]) => sum + (total >= observed ? p : 0), 0)
    const sampled = chanceOf(rows, squaredRankSums, 'seed')
    expect(Math.abs(sampled - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / SAMPLES))
    expect(chanceOf(rows, squaredRankSums, 'seed')).toBe(sampled)
  })

  it('is never zero by sampling', () => {
    const all = [0, 1, 2, 3, 4, 5]
    const rows = Array.from({ length: 5 }, () => row(all, 1, 2, 3, 4, 5, 6))
    expect(chanceOf(rows, squaredRankSums, 'seed')).toBe(1 / (1 + SAMPLES))
  })
})
