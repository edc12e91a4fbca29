import { expect, it } from 'vitest'
import { finalAnswer } from '@/lib/core/council/select.ts'
import { RUN_FIXTURES, singleRun } from '../runs/fixtures.ts'
import { aboutMessage } from './about-message.ts'

it('knows a final answer by its writer, whose model is asked next', () => {
  const run = RUN_FIXTURES.completed()
  const chairman = run.plan.seats.find(({ id }) => id === run.plan.chairman)
  expect(aboutMessage(run, null)).toMatchObject({
    ...{ runId: run.id, turnId: run.turnId, seat: null },
    ...{ what: { key: 'verdict', name: '' }, writer: chairman?.name, model: chairman?.model },
    excerpt: expect.stringMatching(/^A relational database/),
  })
  expect(aboutMessage(singleRun(), null)?.what).toEqual({ key: 'answer', name: '' })
})

it('knows a member’s answer, and the one that was taken as final by who wrote it', () => {
  const run = RUN_FIXTURES.completed()
  const [first] = run.plan.members
  const seat = run.plan.seats.find(({ id }) => id === first)
  expect(aboutMessage(run, first ?? '')).toMatchObject({
    what: { key: 'member', name: seat?.name },
    model: seat?.model,
  })
  const taken = { ...run, takenSeat: first ?? null }
  expect(aboutMessage(taken, null)).toMatchObject({
    what: { key: 'verdict', name: '' },
    writer: seat?.name,
    model: seat?.model,
  })
})

it('shows no marks of markdown in the first words', () => {
  const excerpt = aboutMessage(RUN_FIXTURES.completed(), null)?.excerpt ?? ''
  expect(excerpt).not.toMatch(/[*_`#]/)
  expect(excerpt.length).toBeLessThanOrEqual(330)
})

it('knows nothing of an answer that is not there, or not whole', () => {
  const live = RUN_FIXTURES.verdict()
  expect(finalAnswer(live)?.text).not.toBe('')
  expect(aboutMessage(live, null)).toBeNull()
  expect(aboutMessage(RUN_FIXTURES.failed(), null)).toBeNull()
  expect(aboutMessage(RUN_FIXTURES.completed(), 's9')).toBeNull()
})
