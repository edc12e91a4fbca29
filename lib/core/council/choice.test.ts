import { describe, expect, it } from 'vitest'
import { choiceProblems, missingModels, type SeatChoiceInput, seatChoice, seatIds, settleChoice } from './choice.ts'
import { PRESETS, seatCouncil } from './presets.ts'

const MODELS = ['ash', 'birch', 'cedar', 'oak', 'yew'].map((name) => ({ id: `test/${name}`, name, demo: false }))
const id = (name: string) => `test/${name}`
const isKnown = (model: string) => MODELS.some((known) => known.id === model)
const several = (count: number) => Array.from({ length: count }, (_, i) => MODELS[i % MODELS.length]!.id)
const problems = (given: Partial<SeatChoiceInput>) =>
  choiceProblems(settleChoice({ members: several(4), chairman: id('yew'), ...given }), isKnown).map(({ path }) => path)

/** Judges of the two answers that did not write either. */
function judgesOf(reviewers: string[], answers: string[]): number {
  return reviewers.filter((seat) => !answers.includes(seat)).length
}

describe('a choice of seats', () => {
  it.each([2, 3, 4, 5, 8])('of %i members that leaves the rest out is a council', (members) => {
    expect(problems({ members: several(members) })).toEqual([])
  })

  it('of one member has no review, and none can be wished for', () => {
    expect(settleChoice({ members: [id('ash')], chairman: id('oak') })).toMatchObject({ voting: 'none', reviewers: [] })
    expect(problems({ members: [id('ash')], voting: 'rank_and_score' })).toEqual(['voting'])
  })

  it.each<[string, Partial<SeatChoiceInput>, string[]]>([
    ['no member', { members: [] }, ['members']],
    ['nine members', { members: several(9) }, ['members']],
    ['models nobody has', { members: [id('ash'), 'test/elm'], chairman: 'test/fir' }, ['members.1', 'chairman']],
    ['a reviewer without a seat', { reviewers: ['s1', 's2', 's3', 's6'] }, ['reviewers']],
    ['three reviewers of four answers', { reviewers: ['s1', 's2', 's3'] }, ['reviewers']],
    ['one reviewer named four times', { reviewers: ['s1', 's1', 's1', 's1'] }, ['reviewers']],
    ['two reviewers of two answers', { members: several(2), reviewers: ['s1', 's2'] }, ['reviewers']],
  ])('with %s is refused by the name of the field', (_case, given, fields) => {
    expect(problems(given)).toEqual(fields)
  })

  it('without voting has no reviewers, whoever is named', () => {
    expect(
      settleChoice({ members: several(3), chairman: id('oak'), voting: 'none', reviewers: ['s1'] }).reviewers,
    ).toEqual([])
  })

  it('is accepted exactly where every two answers have two judges who wrote neither', () => {
    for (const members of [3, 4, 5]) {
      const seats = seatIds(members)
      for (let mask = 0; mask < 2 ** seats.length; mask++) {
        const reviewers = seats.filter((_, index) => mask & (1 << index))
        const answers = seats.slice(0, -1)
        const pairs = answers.flatMap((a, at) => answers.slice(at + 1).map((b) => [a, b]))
        const isFair = pairs.every((pair) => judgesOf(reviewers, pair) >= 2)
        expect([reviewers, problems({ members: several(members), reviewers }).length === 0]).toEqual([
          reviewers,
          isFair,
        ])
      }
    }
  })

  it('is what the presets are', () => {
    for (const preset of Object.values(PRESETS)) {
      const seating = seatCouncil(preset, MODELS)
      const models = seating.seats.map((seat) => seat.model)
      const choice = settleChoice({ members: models.slice(0, -1), chairman: models.at(-1)! })
      expect(seatChoice(preset.id, choice, MODELS)).toEqual(seating)
    }
  })

  it('seats a model as often as it is named and numbers the further ones', () => {
    const choice = settleChoice({ members: [id('ash'), id('ash'), id('oak')], chairman: id('ash') })
    const { seats, chairman, reviewers } = seatChoice('custom', choice, MODELS)
    expect(seats.map((seat) => seat.name)).toEqual(['ash', 'ash 2', 'oak', 'ash 3'])
    expect([chairman, reviewers]).toEqual(['s4', ['s1', 's2', 's3', 's4']])
  })

  it('names the models that are gone once each', () => {
    const choice = settleChoice({ members: ['x/gone', id('ash'), 'x/gone'], chairman: 'x/gone' })
    expect(missingModels(choice, isKnown)).toEqual(['x/gone'])
  })
})
