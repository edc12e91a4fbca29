import { describe, expect, it } from 'vitest'
import { composeAnswer } from './answer.ts'
import { SLUGS } from './characters.ts'
import { claimsOf } from './claims.ts'
import { QUESTIONS } from './questions.fixture.ts'
import { countWords } from './words.ts'

const answer = (slug: (typeof SLUGS)[number], question: string, seed = 'run:first_opinions:s1:a1') =>
  composeAnswer(slug, { question, history: [], seed })

describe('answers of the offline models', () => {
  it('are the same for the same question and seed, and differ for another seed', () => {
    const other = QUESTIONS.filter((q) => answer('editor', q) !== answer('editor', q, 'other:first_opinions:s1:a1'))
    for (const question of QUESTIONS) expect(answer('skeptic', question)).toBe(answer('skeptic', question))
    expect(other.length).toBeGreaterThan(QUESTIONS.length / 3)
  })

  it.each(QUESTIONS)('differ by character, say nothing twice, cite and keep to length: %s', (question) => {
    const texts = SLUGS.map((slug) => answer(slug, question))
    expect(new Set(texts).size).toBe(SLUGS.length)
    for (const text of texts) {
      const words = countWords(text)
      expect(words).toBeGreaterThanOrEqual(50)
      expect(words).toBeLessThanOrEqual(300)
      expect(text).toMatch(/^Sources?: \[.+\]/m)
      const claims = claimsOf(text)
      expect(claims.length).toBeGreaterThanOrEqual(2)
      expect(claims.every((claim) => claim.isFromCorpus)).toBe(true)
      expect(new Set(claims.map((claim) => claim.text)).size).toBe(claims.length)
    }
  })

  it('show their character: Analyst compares in a table, Teacher gives an example, Skeptic doubts first', () => {
    expect(answer('analyst', 'SQL or NoSQL for an online shop?')).toMatch(/^\| --- \|/m)
    expect(answer('teacher', 'Why is the sky blue?')).toContain('**An example.** Imagine a torch')
    const skeptic = answer('skeptic', 'Is coffee bad for sleep?')
    expect(skeptic.indexOf('\n- ')).toBeLessThan(skeptic.indexOf('**What holds up.**'))
  })

  it.each([
    'What is the capital of France?',
    '为什么天空是蓝色的？',
    'Wie hoch ist der Eiffelturm?',
    'Écris-moi un poème',
  ])('admit honestly, each in its way, that nothing is known: %s', (question) => {
    const texts = SLUGS.map((slug) => answer(slug, question))
    expect(new Set(texts).size).toBe(SLUGS.length)
    for (const text of texts) {
      expect(claimsOf(text)).toEqual([])
      expect(text).toContain('.env file')
      expect(text).not.toMatch(/^Source/m)
      expect(countWords(text)).toBeGreaterThanOrEqual(40)
    }
  })

  it('say so in the language of the question where they can tell it', () => {
    expect(answer('editor', 'Wie hoch ist der Eiffelturm?')).toContain('Ich bin eine Offline-Demo')
    expect(answer('editor', '日本の首都はどこですか？')).toContain('オフライン')
    expect(answer('editor', 'What is the capital of France?')).not.toMatch(/offline-demo|démo/i)
  })

  it('mark the nearest article as background when it does not answer', () => {
    for (const slug of SLUGS) expect(answer(slug, 'What is the best way to cook pasta?')).toContain('[Boiling eggs]')
  })

  it('add a note to health and money', () => {
    expect(answer('editor', 'Is coffee bad for sleep?')).toContain('not medical advice')
    expect(answer('editor', 'How does compound interest work?')).toContain('not financial advice')
  })

  it('name the earlier question in a follow-up and rather say something new', () => {
    const earlier = answer('editor', 'Is coffee bad for sleep?')
    const history = [{ question: 'Is coffee bad for sleep?', answer: earlier, stopped: false }]
    const next = composeAnswer('editor', { question: 'And how long does it last?', history, seed: 's:a1' })
    expect(next).toContain('“Is coffee bad for sleep”')
    expect(next).toContain('half-life')
    const repeated = claimsOf(next).filter((claim) => earlier.includes(claim.text))
    expect(repeated.length).toBeLessThan(claimsOf(next).length / 2)
  })

  it('survive odd questions', () => {
    for (const question of ['?', '🙂', 'a'.repeat(20_000), '[[', '| a | b |', 'constructor __proto__ toString']) {
      for (const slug of SLUGS) expect(countWords(answer(slug, question))).toBeGreaterThan(20)
    }
  })
})
