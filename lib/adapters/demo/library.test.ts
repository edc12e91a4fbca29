import { describe, expect, it } from 'vitest'
import { sourcesContract } from '../../ports/sources.contract.ts'
import { composeAnswer } from './answer.ts'
import { SLUGS } from './characters.ts'
import { demoSources } from './library.ts'
import { QUESTIONS } from './questions.fixture.ts'

sourcesContract('the shipped corpus', demoSources)

describe('citations of the offline models', () => {
  it.each(QUESTIONS)('lead to a section that holds what was said: %s', (question) => {
    for (const slug of SLUGS) {
      const text = composeAnswer(slug, { question, history: [], seed: 'run:first_opinions:s1:a1' })
      const cited = [...text.matchAll(/\[([^\]]+)\]\(\/sources\/([a-z\d-]+)#([a-z\d-]+)\)/g)]
      expect(cited.length).toBeGreaterThan(0)
      for (const [, title, id, anchor] of cited) {
        const source = demoSources().get(id ?? '')
        expect(source?.title).toBe(title)
        const sentences = source?.sections.find((section) => section.id === anchor)?.sentences ?? []
        const isSaid = (sentence: string) =>
          text.toLowerCase().includes(sentence.replace(/^For example, /, '').toLowerCase())
        expect(sentences.some(isSaid), `${slug} cites ${id}#${anchor}`).toBe(true)
      }
    }
  })
})
