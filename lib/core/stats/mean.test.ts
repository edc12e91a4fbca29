import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mean } from './mean.ts'

describe('mean', () => {
  it('is null for no values, never zero', () => {
    expect(mean([])).toBeNull()
  })

  it('is the arithmetic mean', () => {
    expect(mean([1, 2, 6])).toBe(3)
  })

  it('does not depend on the order of the values, down to the last bit', () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 })
    fc.assert(
      fc.property(
        values.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          expect(mean(shuffled)).toBe(mean(list))
        },
      ),
    )
  })
})
