import type { Article, Domain } from './corpus/article.ts'
import { CORPUS } from './corpus/corpus.ts'

const NOTES: Partial<Record<Domain, string>> = {
  health: 'General information, not medical advice.',
  finance: 'General information, not financial advice.',
}

/** The line under an answer that names its articles, with the note that health and money need. */
export function sourceLine(articles: readonly Article[]): string {
  if (articles.length === 0) return ''
  const notes = [...new Set(articles.flatMap((article) => NOTES[article.domain] ?? []))]
  const cited = articles.map((article) => `[${article.title}]`).join(' · ')
  return `${articles.length > 1 ? 'Sources' : 'Source'}: ${cited}${notes.length ? ` · ${notes.join(' ')}` : ''}`
}

/** The article that holds a sentence, told by the sentence itself. */
export function articleOf(sentence: string): Article | null {
  const wanted = sentence.toLowerCase()
  const holds = (text: string) =>
    text.toLowerCase().replace(/^for example, /, '') === wanted.replace(/^for example, /, '')
  return CORPUS.find((article) => article.sections.some((part) => part.sentences.some(holds))) ?? null
}
