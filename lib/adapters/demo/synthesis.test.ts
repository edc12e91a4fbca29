import { describe, expect, it } from 'vitest'
import { composeAnswer } from './answer.ts'
import { CHARACTERS, SLUGS } from './characters.ts'
import { claimsOf } from './claims.ts'
import { QUESTIONS } from './questions.fixture.ts'
import { composeSynthesis, type MemberText } from './synthesis.ts'
import { countWords } from './words.ts'

function answersTo(question: string): MemberText[] {
  return SLUGS.slice(0, 4).map((slug, i) => ({
    name: CHARACTERS[slug].name,
    text: composeAnswer(slug, { question, history: [], seed: `r:first_opinions:s${i + 1}:a1` }),
    partial: false,
    rank: 4 - i,
    score: i / 3,
  }))
}

const merge = (slug: (typeof SLUGS)[number], question: string, answers: MemberText[]) =>
  composeSynthesis(slug, { question, history: [], answers, seed: 'r:final_response:s5:a1' })

describe('the synthesis of an offline chairman', () => {
  it.each(QUESTIONS)('merges without repetition, attributes and keeps to length: %s', (question) => {
    const answers = answersTo(question)
    const all = answers.map((answer) => answer.text).join('\n')
    for (const slug of SLUGS) {
      const text = merge(slug, question, answers)
      expect(text).toBe(merge(slug, question, answers))
      expect(countWords(text)).toBeGreaterThanOrEqual(120)
      expect(countWords(text)).toBeLessThanOrEqual(260)
      expect(text).toMatch(/^Sources?: \[/m)
      expect(text).toContain('The reviewers placed Analyst first')
      const content = claimsOf(text).filter((claim) => claim.isFromCorpus)
      expect(content.length).toBeGreaterThanOrEqual(3)
      expect(new Set(content.map((claim) => claim.text)).size).toBe(content.length)
      for (const claim of content) expect(all).toContain(claim.text)
    }
  })

  it('says who was cut short and uses only whole sentences of it', () => {
    const answers = answersTo('Why is the sky blue?').map((answer, i) =>
      i === 0 ? { ...answer, text: answer.text.slice(0, 240), partial: true, rank: null, score: null } : answer,
    )
    const text = merge('editor', 'Why is the sky blue?', answers)
    expect(text).toContain('Archivist was cut short')
    for (const claim of claimsOf(text)) expect(claim.text).toMatch(/[.!?](\*| \*\(.+\)\*)?$/)
  })

  it('claims no ranking where there was none, and no comparison of a single answer', () => {
    const unranked = answersTo('What is inflation?').map((answer) => ({ ...answer, score: null }))
    expect(merge('skeptic', 'What is inflation?', unranked)).toContain('There is no ranking')
    expect(merge('skeptic', 'What is inflation?', unranked.slice(0, 1))).toContain('Only Archivist')
  })

  it('invents nothing when no member had anything', () => {
    const question = 'Wie hoch ist der Eiffelturm?'
    const text = merge('teacher', question, answersTo(question))
    expect(text).toContain('no material')
    for (const { name } of answersTo(question)) expect(text).toContain(`**${name}:** `)
    expect(countWords(text)).toBeGreaterThanOrEqual(100)
    const torn = answersTo(question).map((answer) => ({ ...answer, text: answer.text.slice(0, 120), partial: true }))
    expect(merge('teacher', question, torn)).not.toContain('Where the members differ')
  })

  it('merges answers of real models, short ones included', () => {
    const answers = [
      { name: 'X', text: 'Paris.', partial: false, rank: 1, score: 1 },
      { name: 'Y', text: 'The capital of France is **Paris**.', partial: false, rank: 2, score: 0 },
    ]
    const careful = 'There is no data on this for Lyon, but set a provider key in the .env file if you like.'
    expect(claimsOf(careful)).toHaveLength(1)
    const text = merge('editor', 'What is the capital of France?', answers)
    expect(text).toContain('The capital of France is Paris.')
    expect(text).not.toContain('no material')
  })
})
