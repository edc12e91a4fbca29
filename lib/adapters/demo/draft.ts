import type { Random } from '../../core/kernel/random.ts'
import type { Article } from './corpus/article.ts'
import { isKind, type Kind } from './kinds.ts'
import type { Found } from './retrieve.ts'
import { isTopicWord, type Passage, rarity } from './search.ts'
import { countWords, overlap, termsOf } from './words.ts'

export type Line = { text: string; passage: Passage }

type Wish = {
  count: number
  /** Only sentences that do this. */
  only?: Kind
  /** Rather sentences that do this. */
  prefer?: Kind
  /** No sentence longer than this many words. */
  maxWords?: number
  from?: Article
}

/** Hands out sentences of the passages found, each at most once, best for the question first. */
export type Draft = {
  take(wish: Wish): Line[]
  /** Sentences of one passage that were not taken yet, in their order. */
  takeRest(passage: Passage, count: number): Line[]
  /** What was taken so far. */
  taken(): Line[]
}

/** What a topic word counts in choosing between sentences of one article. */
const TOPIC_SHARE = 0.3

type Candidate = Line & { score: number; terms: Set<string> }

/**
 * Starts a draft. `said` is the text of earlier answers, whose sentences come last; `whim`
 * adds seeded chance.
 */
export function startDraft(found: Found, options: { said: string; whim: number; random: Random }): Draft {
  const main = found.hits[0]?.passage.article
  const pool = found.hits.flatMap(({ passage, score }) =>
    passage.sentences.map((text, place): Candidate => {
      const terms = new Set(termsOf(text))
      const repeated = options.said.includes(text) ? 2 : 0
      const wanted = found.asked !== null && isKind(found.asked, text) ? 0.5 : 0
      const aside = passage.article === main ? 0 : 0.35
      const opening = place === 0 ? 0.3 : 0
      const value =
        score +
        1.4 * answered(found, terms, main) +
        wanted +
        opening +
        options.whim * options.random() -
        repeated -
        aside
      return { text, passage, terms, score: value }
    }),
  )
  const used: Candidate[] = []
  const isFresh = (line: Candidate) =>
    !used.includes(line) && !used.some((other) => overlap(other.terms, line.terms) > 0.7)
  return {
    take({ count, only, prefer, maxWords, from }) {
      const fits = (line: Candidate) =>
        (only ? isKind(only, line.text) : true) &&
        (only === 'example' || !isKind('example', line.text)) &&
        (!maxWords || countWords(line.text) <= maxWords) &&
        (!from || line.passage.article === from)
      const value = (line: Candidate) => line.score + (prefer && isKind(prefer, line.text) ? 0.35 : 0)
      const picked: Candidate[] = []
      for (const line of pool.filter(fits).sort((a, b) => value(b) - value(a))) {
        if (picked.length === count) break
        if (!isFresh(line)) continue
        used.push(line)
        picked.push(line)
      }
      return picked
    },
    takeRest(passage, count) {
      const rest = pool.filter((line) => line.passage === passage && isFresh(line)).slice(0, count)
      used.push(...rest)
      return rest
    },
    taken: () => used,
  }
}

/** Share of the question's weight that a sentence holds; words that the whole article is about tell little. */
function answered(found: Found, terms: ReadonlySet<string>, main: Article | undefined): number {
  let total = 0
  let held = 0
  for (const [term, weight] of found.query) {
    const mass = weight * rarity(term)
    total += mass
    if (terms.has(term)) held += main && isTopicWord(main, term) ? mass * TOPIC_SHARE : mass
  }
  return total === 0 ? 0 : held / total
}

/** Lines in the order of their articles, so that neighbours read as they were written. */
export function inOrder(lines: readonly Line[]): Line[] {
  const place = (line: Line) => line.passage.section * 100 + line.passage.sentences.indexOf(line.text)
  const articles = [...new Set(lines.map((line) => line.passage.article))]
  return [...lines].sort(
    (a, b) => articles.indexOf(a.passage.article) - articles.indexOf(b.passage.article) || place(a) - place(b),
  )
}

export function prose(lines: readonly Line[]): string {
  return lines.map((line) => line.text).join(' ')
}
