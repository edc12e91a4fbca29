import { describe, expect, it } from 'vitest'
import { quantile, spread, voidRounds } from './stats.ts'

describe('statistics of the bench', () => {
  it('interpolates between neighbours', () => {
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5)
    expect(quantile([1, 2, 3, 4, 5], 0.25)).toBe(2)
    expect(quantile([7], 0.99)).toBe(7)
    expect(quantile([], 0.5)).toBeNaN()
  })

  it('says how many rounds a median stands on', () => {
    expect(spread([1, 2, 3])).toEqual({ median: 2, q1: 1.5, q3: 2.5, n: 3 })
  })

  it('voids a round whose echo is off the median by more than 15 %', () => {
    expect(voidRounds([100, 101, 99, 120, 86])).toEqual([3])
  })
})
