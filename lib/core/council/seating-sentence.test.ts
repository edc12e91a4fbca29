import { expect, it } from 'vitest'
import { type SeatChoiceInput, seatChoice, settleChoice } from './choice.ts'
import { seatingSentence } from './seating-sentence.ts'

const MODELS = ['Ash', 'Birch', 'Cedar', 'Oak', 'Yew'].map((name) => ({ id: name, name, demo: false }))
const sentence = (choice: SeatChoiceInput) => seatingSentence(seatChoice('custom', settleChoice(choice), MODELS))

it('says who answers, who reviews and who writes', () => {
  expect(sentence({ members: ['Ash'], chairman: 'Oak' })).toBe('Ash answers; Oak writes the verdict.')
  expect(sentence({ members: ['Ash', 'Birch'], chairman: 'Oak', voting: 'none' })).toBe(
    'Ash and Birch answer, nobody reviews; Oak writes the verdict.',
  )
  expect(sentence({ members: ['Ash', 'Birch', 'Cedar'], chairman: 'Oak' })).toBe(
    'Ash, Birch and Cedar answer and review one another, the chairman reviews too; Oak writes the verdict.',
  )
  const four = { members: ['Ash', 'Birch', 'Cedar', 'Oak'], chairman: 'Yew' }
  expect(sentence(four)).toBe('Ash, Birch, Cedar and Oak answer and review one another; Yew writes the verdict.')
  expect(sentence({ ...four, reviewers: ['s1', 's2', 's3', 's5'] })).toBe(
    'Ash, Birch, Cedar and Oak answer, 3 of them review, the chairman reviews too; Yew writes the verdict.',
  )
})

it('names who reviews where they neither answer nor write', () => {
  const seats = ['Ash', 'Birch', 'Yew', 'Elm', 'Fir'].map((name, i) => ({
    id: `s${i + 1}`,
    model: name,
    name,
    demo: false,
  }))
  const roles = { members: ['s1', 's2'], chairman: 's3', reviewers: ['s4', 's5'], minimumMembers: 1 }
  expect(seatingSentence({ kind: 'council', council: 'quick', seats, ...roles })).toBe(
    'Ash and Birch answer, reviewed by Elm and Fir; Yew writes the verdict.',
  )
})
