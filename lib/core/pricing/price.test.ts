import { describe, expect, it } from 'vitest'
import { checkPrice, type RawPrice, rateOf } from './price.ts'

const raw = (changes: Partial<RawPrice>): RawPrice => ({
  ...{ input: 1, output: 2, cachedInput: null, reasoning: null, longContext: null },
  ...changes,
})

describe('a price from outside', () => {
  it.each<[string, Partial<RawPrice>]>([
    ['input', { input: -1 }],
    ['output', { output: Number.NaN }],
    ['cachedInput', { cachedInput: -0.01 }],
    ['reasoning', { reasoning: Number.POSITIVE_INFINITY }],
    ['output', { input: null, output: 1e9 }],
  ])('is refused by the name of its field: %s', (refused, changes) => {
    expect(checkPrice(raw(changes))).toEqual({ refused })
  })

  it('is unpriced where either half is missing, never zero', () => {
    expect(checkPrice(raw({ input: null }))).toEqual({ unpriced: true })
    expect(checkPrice(raw({ output: null }))).toEqual({ unpriced: true })
    expect(checkPrice(raw({ input: 0, output: 0 }))).toMatchObject({ price: { input: 0, output: 0 } })
  })

  it('loses a broken tier and keeps the rest', () => {
    const longContext = { aboveTokens: 200_000, input: 2, output: 4, cachedInput: null }
    expect(checkPrice(raw({ longContext }))).toMatchObject({ price: { longContext } })
    for (const broken of [{ input: -1 }, { output: null }, { aboveTokens: 0.5 }, { aboveTokens: null }]) {
      expect(checkPrice(raw({ longContext: { ...longContext, ...broken } }))).toMatchObject({
        price: { input: 1, longContext: null },
      })
    }
  })
})

describe('a rate as a list writes it', () => {
  it.each([
    ['0.000003', 1_000_000, 3],
    [0.0000001, 1_000_000, 0.1],
    ['-1', 1_000_000, -1_000_000],
    ['', 1, null],
    [null, 1, null],
    [undefined, 1, null],
    [{}, 1, Number.NaN],
    ['free', 1, Number.NaN],
  ])('%s × %s is %s', (value, factor, rate) => {
    expect(rateOf(value, factor)).toEqual(rate)
  })
})
