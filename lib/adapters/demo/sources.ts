import { sourcePath } from '../../core/sources/types.ts'
import type { Article, Domain } from './corpus/article.ts'
import { CORPUS } from './corpus/corpus.ts'

const NOTES: Partial<Record<Domain, string>> = {
  health: 'General information, not medical advice.',
  finance: 'General information, not financial advice.',
}

/** A place in the corpus: an article, and the number of a section in it. */
export type Place = { article: Article; section: number }

/** The caution that a topic needs; null where none does. */
export function noteOn(domain: Domain): string | null {
  return NOTES[domain] ?? null
}

/** The anchor of a section on the page of its article. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** The line under an answer that names each article once, where it was used first, with the note that health and money need. */
export function sourceLine(places: readonly Place[]): string {
  const first = places.filter(({ article }, i) => places.findIndex((place) => place.article === article) === i)
  if (first.length === 0) return ''
  const notes = [...new Set(first.flatMap(({ article }) => noteOn(article.domain) ?? []))]
  const cited = first.map(citation).join(' · ')
  return `${first.length > 1 ? 'Sources' : 'Source'}: ${cited}${notes.length ? ` · ${notes.join(' ')}` : ''}`
}

function citation({ article, section }: Place): string {
  return `[${article.title}](${sourcePath(article.id, anchorOf(article.sections[section]?.heading ?? ''))})`
}

/** Where in the corpus a sentence stands, told by the sentence itself. */
export function placeOf(sentence: string): Place | null {
  const wanted = sentence.toLowerCase().replace(/^for example, /, '')
  const holds = (text: string) => text.toLowerCase().replace(/^for example, /, '') === wanted
  for (const article of CORPUS) {
    const section = article.sections.findIndex((part) => part.sentences.some(holds))
    if (section !== -1) return { article, section }
  }
  return null
}
