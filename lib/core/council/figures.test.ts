import { describe, expect, it } from 'vitest'
import { callCost, compact, duration, totalCost, usd, wordCount } from './figures.ts'

const totals = { calls: 3, tokens: 10, picoUsd: 0n, unpriced: 0, isFree: false }

describe('format', () => {
  it.each([
    [0, '0 s'],
    [430, '0.4 s'],
    [9_960, '10 s'],
    [41_200, '41 s'],
    [60_000, '60 s'],
    [125_000, '2 min 5 s'],
    [240_000, '4 min'],
  ])('says %i ms as %s', (ms, text) => expect(duration(ms)).toBe(text))

  it.each([
    [0, '0'],
    [999, '999'],
    [1_000, '1k'],
    [12_400, '12.4k'],
    [999_999, '1M'],
  ])('says %i as %s', (count, text) => expect(compact(count)).toBe(text))

  it.each([
    [0n, '$0'],
    [1_230_000_000n, '$0.0012'],
    [12_000_000n, '$0.000012'],
    [123_000_000_000n, '$0.12'],
    [1_500_000_000_000n, '$1.50'],
  ])('shows %s pico-dollars as %s', (pico, text) => expect(usd(pico)).toBe(text))

  it('says free, a lower bound, or that it does not know', () => {
    expect(totalCost({ ...totals, isFree: true })).toBe('free')
    expect(totalCost({ ...totals, picoUsd: 40_000_000_000n })).toBe('$0.04')
    expect(totalCost({ ...totals, picoUsd: 40_000_000_000n, unpriced: 1 })).toBe('≥ $0.04, 1 unpriced')
    // rounded up it would promise more than is known
    expect(totalCost({ ...totals, picoUsd: 12_900_000_000n, unpriced: 2 })).toBe('≥ $0.012, 2 unpriced')
    expect(totalCost({ ...totals, picoUsd: 1_999_000_000_000n, unpriced: 1 })).toBe('≥ $1.99, 1 unpriced')
    expect(totalCost({ ...totals, picoUsd: 129_000_000n, unpriced: 1 })).toBe('≥ $0.00012, 1 unpriced')
    expect(totalCost({ ...totals, unpriced: 3 })).toBe('cost unknown')
    expect(callCost({ status: 'unpriced', picoUsd: null, estimated: false })).toBe('unknown')
    expect(callCost(null)).toBe('unknown')
    expect(callCost({ status: 'priced', picoUsd: '40000000000', estimated: true })).toBe('~ $0.04')
  })

  it('counts words, not marks', () => expect(wordCount('**Bold** words - and `code`, 2 of them')).toBe(7))
})
