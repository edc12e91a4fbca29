import { describe, expect, it } from 'vitest'
import { ordersOf } from '../agreement/orders.ts'
import { ballotOf } from './ballot.fixture.ts'
import { copeland, firstPlaceShare, preferenceOf } from './pairwise.ts'

const seats = ['a', 'b', 'c', 'd']
const orders = ordersOf(seats, [
  ballotOf('a', 'b > c > d'),
  ballotOf('x', 'a = b > c', { shown: ['d'] }),
  ballotOf('y', 'c > a = d > b'),
])

describe('preferenceOf', () => {
  it.each([
    ['a', 'b', 1],
    ['b', 'a', 0],
    ['b', 'c', 2],
    ['c', 'b', 1],
    ['c', 'd', 3],
    ['a', 'd', 1],
    ['d', 'a', 0],
    ['a', 'a', 0],
    ['a', 'stranger', 0],
  ])('counts ballots that put %s above %s: %i', (above, below, count) => {
    expect(preferenceOf(orders)(above, below)).toBe(count)
  })
})

describe('copeland', () => {
  it('counts duels won and half of those tied', () => {
    const preference = preferenceOf(orders)
    expect(seats.map((seat) => copeland(seat, seats, preference))).toEqual([2.5, 2, 1.5, 0])
  })
})

describe('firstPlaceShare', () => {
  it('splits a tied first place and leaves out ballots on which an answer was not eligible', () => {
    expect(firstPlaceShare('a', orders)).toBeCloseTo(0.5 / 2, 12)
    expect(firstPlaceShare('b', orders)).toBeCloseTo(1.5 / 3, 12)
    expect(firstPlaceShare('c', orders)).toBeCloseTo(1 / 3, 12)
    expect(firstPlaceShare('d', orders)).toBe(0)
  })

  it('is 0 for an answer on no ballot', () => {
    expect(firstPlaceShare('stranger', orders)).toBe(0)
  })
})
