import type { Article } from './corpus/article.ts'
import { CORPUS } from './corpus/corpus.ts'
import { termsOf } from './words.ts'

/** One section of one article, as it is searched and quoted. */
export type Passage = { article: Article; section: number; heading: string; sentences: string[] }

/** Weight of each wanted term; terms of the question count 1, terms of an earlier question less. */
export type Query = ReadonlyMap<string, number>

export type Hit = { passage: Passage; score: number }

type Entry = { passage: Passage; counts: Map<string, number>; length: number }
type Index = { entries: Entry[]; frequency: Map<string, number>; meanLength: number; topics: Map<string, Set<string>> }

const TITLE_BOOST = 2.5
const ALIAS_BOOST = 1.5
const HEADING_BOOST = 1.5
/** BM25 constants as usual (Robertson and Zaragoza 2009). */
const K1 = 1.2
const B = 0.6

let shared: Index | null = null

/** The index over the shipped corpus, built at the first question and kept. */
function index(): Index {
  shared ??= build(CORPUS)
  return shared
}

function build(articles: readonly Article[]): Index {
  const entries = articles.flatMap((article) =>
    article.sections.map(({ heading, sentences }, section) => entryOf({ article, section, heading, sentences })),
  )
  const frequency = new Map<string, number>()
  for (const { counts } of entries)
    for (const term of counts.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1)
  const meanLength = entries.reduce((sum, entry) => sum + entry.length, 0) / entries.length
  const topics = new Map(articles.map((a) => [a.id, new Set(termsOf(`${a.title} ${a.aliases.join(' ')}`))]))
  return { entries, frequency, meanLength, topics }
}

function entryOf(passage: Passage): Entry {
  const counts = new Map<string, number>()
  const add = (text: string, weight: number) => {
    for (const term of termsOf(text)) counts.set(term, (counts.get(term) ?? 0) + weight)
  }
  const body = passage.sentences.join(' ')
  add(body, 1)
  add(passage.heading, HEADING_BOOST)
  add(passage.article.title, TITLE_BOOST)
  for (const alias of passage.article.aliases) add(alias, ALIAS_BOOST)
  return { passage, counts, length: termsOf(body).length }
}

/** Passages that hold any wanted term, best first (BM25 over boosted fields). */
export function search(query: Query): Hit[] {
  const { entries, meanLength } = index()
  const hits: Hit[] = []
  for (const { passage, counts, length } of entries) {
    let score = 0
    for (const [term, weight] of query) {
      const count = counts.get(term)
      if (count)
        score += (weight * rarity(term) * count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / meanLength))
    }
    if (score > 0) hits.push({ passage, score })
  }
  return hits.sort((a, b) => b.score - a.score || compareIds(a.passage, b.passage))
}

function compareIds(a: Passage, b: Passage): number {
  return a.article.id.localeCompare(b.article.id, 'en') || a.section - b.section
}

/** Inverse document frequency; a word the corpus does not know is the rarest of all. */
export function rarity(term: string): number {
  const { entries, frequency } = index()
  const n = frequency.get(term) ?? 0
  return Math.log(1 + (entries.length - n + 0.5) / (n + 0.5))
}

/** True when the word belongs to what the article is about, not only to a sentence of it. */
export function isTopicWord(article: Article, term: string): boolean {
  return index().topics.get(article.id)?.has(term) ?? false
}

/** All terms of one article, topic words included. */
export function articleTerms(article: Article): ReadonlySet<string> {
  const text = article.sections.flatMap((s) => [s.heading, ...s.sentences]).join(' ')
  return new Set(termsOf(`${article.title} ${article.aliases.join(' ')} ${text}`))
}
