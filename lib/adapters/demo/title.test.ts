import { describe, expect, it } from 'vitest'
import { composeTitle } from './title.ts'

const titleOf = (question: string, answer = '') => composeTitle({ question, answer })

describe('a title without a language model', () => {
  it.each([
    ['Why is the sky blue?', 'Why is the sky blue'],
    ['zebra?', 'Zebra'],
    ['Please explain: photosynthesis in deserts', 'Explain: photosynthesis in deserts'],
    ['Wie funktioniert ein Kühlschrank?', 'Wie funktioniert ein Kühlschrank'],
    ['なぜ空は青いのですか？', 'なぜ空は青いのですか'],
    ['Hello. Second sentence.', 'Hello'],
    ['How large should a fund be, and where should it be kept?', 'How large should a fund be'],
    ['???', ''],
  ])('of %s is %s', (question, title) => {
    expect(titleOf(question)).toBe(title)
  })

  it('takes the words of a long question that the answer takes up', () => {
    const question = 'Should we as a small team of four use a monorepo or many repositories for our services?'
    expect(titleOf(question, 'A monorepo keeps services together; many repositories keep a team apart.')).toBe(
      'Monorepo or many repositories for our services',
    )
  })

  it('has three to seven words of a long question, whatever it says', () => {
    const words = titleOf('What is it that they do when you are not there and it is late in the day?').split(' ')
    expect(words.length).toBeGreaterThanOrEqual(3)
    expect(words.length).toBeLessThanOrEqual(7)
  })
})
