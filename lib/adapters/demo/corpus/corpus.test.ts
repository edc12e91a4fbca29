import { describe, expect, it } from 'vitest'
import { countWords } from '../words.ts'
import { CORPUS } from './corpus.ts'

describe('the corpus', () => {
  it('holds at least thirty-six articles with unique ids and titles', () => {
    expect(CORPUS.length).toBeGreaterThanOrEqual(36)
    expect(new Set(CORPUS.map((article) => article.id)).size).toBe(CORPUS.length)
    expect(new Set(CORPUS.map((article) => article.title)).size).toBe(CORPUS.length)
  })

  it.each(CORPUS.map((article) => [article.title, article] as const))(
    'keeps “%s” short and sectioned',
    (_, article) => {
      const words = article.sections.flatMap((part) => part.sentences).reduce((sum, text) => sum + countWords(text), 0)
      expect(words).toBeGreaterThanOrEqual(250)
      expect(words).toBeLessThanOrEqual(450)
      expect(article.sections.length).toBeGreaterThanOrEqual(3)
    },
  )

  it('has only whole sentences that stand alone and occur once', () => {
    const sentences = CORPUS.flatMap((article) => article.sections.flatMap((part) => part.sentences))
    expect(new Set(sentences).size).toBe(sentences.length)
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^[A-Z].*[.]$/)
      expect(sentence).not.toMatch(/^(It|This|These|They|That|He|She|But|And|Also)\b/)
    }
  })

  it('has tables whose rows are as wide as their heads', () => {
    for (const { table } of CORPUS) {
      for (const row of table?.rows ?? []) expect(row).toHaveLength(table?.columns.length ?? 0)
    }
  })
})
