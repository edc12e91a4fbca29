import { describe, expect, it } from 'vitest'
import type { Usage } from '../council/types.ts'
import { completeUsage, costOf, type Price, priceUsed } from './cost.ts'

const PRICE: Price = { demo: false, inputUsdPerMillion: 2, outputUsdPerMillion: 10, priceSource: 'genai-prices' }
const CACHED: Price = { ...PRICE, cachedInputUsdPerMillion: 0.5 }
const LONG: Price = { ...CACHED, longContext: { aboveTokens: 1_000, input: 4, output: 20, cachedInput: 1 } }
const usage = (changes: Partial<Usage> = {}): Usage => ({
  ...{ inputTokens: 1_000, outputTokens: 100, reasoningTokens: null },
  ...changes,
})
/** In millionths of a dollar, which is what a token at one dollar per million costs. */
const micro = (price: Price, used: Usage) => Number(costOf(price, used, null).picoUsd) / 1e6

describe('the cost of a call', () => {
  it('charges input from the cache by its own price, and as input where none is known', () => {
    expect(micro(CACHED, usage({ cachedInputTokens: 400 }))).toBe(600 * 2 + 400 * 0.5 + 100 * 10)
    expect(micro(PRICE, usage({ cachedInputTokens: 400 }))).toBe(1_000 * 2 + 100 * 10)
    expect(micro(CACHED, usage({ cachedInputTokens: null }))).toBe(1_000 * 2 + 100 * 10)
  })

  it('never charges less than nothing where a provider counts more cached tokens than it read', () => {
    expect(micro(CACHED, usage({ cachedInputTokens: 5_000 }))).toBe(1_000 * 0.5 + 100 * 10)
  })

  it('counts reasoning once: as output, or by its own price', () => {
    expect(micro(PRICE, usage({ reasoningTokens: 60 }))).toBe(1_000 * 2 + 100 * 10)
    expect(micro({ ...PRICE, reasoningUsdPerMillion: 3 }, usage({ reasoningTokens: 60 }))).toBe(
      1_000 * 2 + 40 * 10 + 60 * 3,
    )
  })

  it('charges a prompt beyond the limit by the other price as a whole', () => {
    expect(micro(LONG, usage())).toBe(1_000 * 2 + 100 * 10)
    expect(micro(LONG, usage({ inputTokens: 1_001, cachedInputTokens: 1 }))).toBe(1_000 * 4 + 1 + 100 * 20)
  })

  it('is unknown, never zero, where a price or a count is', () => {
    expect(costOf({ ...PRICE, outputUsdPerMillion: null }, usage(), null)).toMatchObject({
      ...{ status: 'unpriced', picoUsd: null },
    })
    expect(costOf(PRICE, usage({ outputTokens: null }), null)).toMatchObject({ status: 'unpriced', picoUsd: null })
  })
})

describe('tokens that a provider did not count', () => {
  const half = (changes: Partial<Usage>) => usage({ inputTokens: null, outputTokens: null, ...changes })

  it.each<[string, Usage | null, Partial<Usage>, boolean]>([
    ['neither half', null, { inputTokens: 10, outputTokens: 3 }, true],
    ['neither half either', half({}), { inputTokens: 10, outputTokens: 3 }, true],
    [
      'the output',
      half({ inputTokens: 7, cachedInputTokens: 2 }),
      { inputTokens: 7, outputTokens: 3, cachedInputTokens: 2 },
      true,
    ],
    [
      'the text after the thoughts',
      half({ inputTokens: 7, reasoningTokens: 5 }),
      { inputTokens: 7, outputTokens: 8 },
      true,
    ],
    ['the input', half({ outputTokens: 4 }), { inputTokens: 10, outputTokens: 4 }, true],
    ['nothing', usage(), usage(), false],
    [
      'nothing, of a call without words',
      usage({ inputTokens: 5, outputTokens: 0 }),
      { inputTokens: 5, outputTokens: 0 },
      false,
    ],
  ])('are estimated, and only those: %s', (_what, reported, complete, isEstimated) => {
    const known = completeUsage(reported, 40, 12)
    expect(known.usage).toMatchObject(complete)
    expect(known.isEstimated).toBe(isEstimated)
  })
})

describe('the price that was used', () => {
  it('is the one of the list, at the length of the prompt', () => {
    const cost = costOf(LONG, usage(), null)
    expect(priceUsed(LONG, usage(), cost)).toEqual({ source: 'genai-prices', input: 2, output: 10, cachedInput: 0.5 })
    expect(priceUsed(LONG, usage({ inputTokens: 2_000 }), cost)).toMatchObject({ input: 4, output: 20, cachedInput: 1 })
  })

  it('is none where the provider named the sum, and unknown where nobody knew one', () => {
    const reported = costOf(PRICE, usage(), 0.1)
    expect(priceUsed(PRICE, usage(), reported)).toMatchObject({ source: 'reported', input: null })
    expect(priceUsed({ ...PRICE, inputUsdPerMillion: null }, usage(), null)).toBeNull()
    expect(priceUsed({ ...PRICE, demo: true }, null, null)).toMatchObject({ source: 'demo', input: 0, output: 0 })
  })
})
