import { renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import { seatingSentence } from '@/lib/core/council/seating-sentence.ts'
import { useSeatingWords } from './use-seating-words.ts'

const seats = ['One', 'Two', 'Three', 'Four', 'Five'].map((name, index) => ({
  ...{ id: `s${index + 1}`, name, model: name, demo: true },
}))

it('says who reviews where they have seats of their own, as core does', () => {
  const roles = { members: ['s1', 's2'], chairman: 's3', reviewers: ['s4', 's5'] }
  const say = renderHook(useSeatingWords).result.current
  expect(say({ seats, ...roles })).toBe(
    seatingSentence({ kind: 'council', council: 'x', seats, ...roles, minimumMembers: 1 }),
  )
})

it.each([
  [2, []],
  [2, ['s1', 's2', 's3']],
  [3, ['s1', 's2', 's3', 's4']],
  [4, ['s1', 's2', 's3', 's4']],
  [5, ['s1', 's2', 's5']],
  [5, ['s1', 's2']],
  [5, []],
])('says of %i seats with reviewers %j what core says', (count, reviewers) => {
  const chairman = `s${count}`
  const seated = seats.slice(0, count)
  const members = seated.slice(0, -1).map(({ id }) => id)
  const say = renderHook(useSeatingWords).result.current
  expect(say({ seats: seated, members, reviewers, chairman })).toBe(
    seatingSentence({ kind: 'council', council: 'x', seats: seated, members, reviewers, chairman, minimumMembers: 1 }),
  )
})
