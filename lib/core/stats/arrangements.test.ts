import { describe, expect, it } from 'vitest'
import { seededRandom } from '../kernel/random.ts'
import { countArrangements, nextArrangement, shuffleInPlace } from './arrangements.ts'

function allOrders(values: number[]): string[] {
  const row = Int32Array.from(values).sort()
  const orders: string[] = []
  do orders.push(row.join(''))
  while (nextArrangement(row))
  expect([...row]).toEqual([...values].sort())
  return orders
}

describe('arrangements', () => {
  it.each([
    [[], 1],
    [[7], 1],
    [[1, 2, 3], 6],
    [[1, 1, 3], 3],
    [[2, 2, 2, 2], 1],
    [[1, 1, 2, 2, 3], 30],
  ])('of %j are visited each once and then start over', (values, count) => {
    const orders = allOrders(values)
    expect(countArrangements(values)).toBe(count)
    expect(orders).toHaveLength(count)
    expect(new Set(orders).size).toBe(count)
  })

  it('come up equally often when shuffled', () => {
    const random = seededRandom('shuffle')
    const row = Int32Array.from([1, 2, 3])
    const seen = new Map<string, number>()
    for (let i = 0; i < 6000; i++) {
      shuffleInPlace(row, random)
      seen.set(row.join(''), (seen.get(row.join('')) ?? 0) + 1)
    }
    expect(seen.size).toBe(6)
    for (const count of seen.values()) expect(Math.abs(count - 1000)).toBeLessThan(150)
  })
})
