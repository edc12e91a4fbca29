import { describe, expect, it } from 'vitest'
import { unitVector } from './vectors.ts'

describe('a unit vector', () => {
  it('keeps its direction and has length one', () => {
    expect(unitVector([3, -4])).toEqual([0.6, -0.8])
  })

  it('of nothing is nothing', () => {
    expect(unitVector([0, 0])).toEqual([0, 0])
    expect(unitVector([])).toEqual([])
  })
})
