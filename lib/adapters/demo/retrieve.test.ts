import { describe, expect, it } from 'vitest'
import { retrieve } from './retrieve.ts'
import { stem, termsOf } from './words.ts'

const best = (question: string, earlier?: string) => {
  const history = earlier ? [{ question: earlier, answer: '', stopped: false }] : []
  const found = retrieve(question, history)
  return { fit: found.fit, id: found.hits[0]?.passage.article.id, heading: found.hits[0]?.passage.heading }
}

describe('retrieval', () => {
  it.each([
    ['Why is the sky blue?', 'blue-sky', 'Scattered light'],
    ['How much should I keep in an emergency fund?', 'emergency-fund', 'How large'],
    ['Should a startup of five people begin with microservices?', 'microservices', 'How to decide'],
    ['Postgres or MongoDB?', 'sql-nosql', undefined],
    ['How do I store passwords safely?', 'password-hashing', undefined],
    ['hello', 'offline-models', undefined],
    ['Who are you?', 'offline-models', 'What they are'],
  ])('answers “%s” from %s', (question, id, heading) => {
    const found = best(question)
    expect(found).toMatchObject({ fit: 'direct', id })
    if (heading) expect(found.heading).toBe(heading)
  })

  it.each([
    'What is the capital of France?',
    'Who won the world cup in 2022?',
    'Write a poem about autumn',
    'Fix my Python code',
    'Wie hoch ist der Eiffelturm?',
    '为什么天空是蓝色的？',
  ])('says that it has nothing on “%s”', (question) => {
    expect(best(question).fit).toBe('none')
  })

  it('calls a neighbouring topic near, not an answer', () => {
    expect(best('What is the best way to cook pasta?')).toMatchObject({ fit: 'near', id: 'boiling-eggs' })
  })

  it('completes a short follow-up with the question before it', () => {
    expect(best('How long does it last?', 'Is coffee bad for sleep?')).toMatchObject({
      id: 'caffeine',
      heading: 'How long it lasts',
    })
    expect(best('Why?', 'Is coffee bad for sleep?').fit).toBe('direct')
    expect(
      retrieve('How do I boil eggs?', [{ question: 'Is coffee bad?', answer: '', stopped: false }]).followsUp,
    ).toBeNull()
  })

  it('takes a wish about an answer for one about its subject', () => {
    expect(best('Say it in one sentence.', 'How large should an emergency fund be?')).toMatchObject({
      fit: 'direct',
      id: 'emergency-fund',
    })
    expect(best('Say it in one sentence.', 'Which zebra won the regatta?').fit).toBe('none')
  })

  it('joins the forms of a word and leaves other scripts alone', () => {
    expect(new Set(['caching', 'cached', 'caches', 'cache'].map(stem)).size).toBe(1)
    expect(termsOf('What is the Hashing of passwords?')).toEqual(['hash', 'password'])
    expect(termsOf('это небо')).toEqual(['это', 'небо'])
  })
})
