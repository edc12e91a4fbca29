import type { HistoryTurn } from '../../core/council/types.ts'
import type { Article } from './corpus/article.ts'
import { CORPUS } from './corpus/corpus.ts'
import { askedKind, type Kind, promises } from './kinds.ts'
import { articleTerms, type Hit, isTopicWord, type Query, rarity, search } from './search.ts'
import { termsOf } from './words.ts'

/** How well the corpus fits: it answers the question, it only touches it, or it holds nothing on it. */
export type Fit = 'direct' | 'near' | 'none'

/** What the corpus holds on one question. */
export type Found = {
  fit: Fit
  /** Best first, scores scaled to 1 for the best. Empty when nothing matches at all. */
  hits: Hit[]
  query: Query
  /** What kind of sentence the question asks for. */
  asked: Kind | null
  /** Words of the question, as they were written, that the best article does not hold. */
  missing: string[]
  /** The earlier question that completed this one; null when it stood alone. */
  followsUp: string | null
}

const EARLIER_WEIGHT = 0.6
/** A number that happens to occur in an article says little about its topic. */
const NUMBER_WEIGHT = 0.3
const OPENS_FOLLOW_UP =
  /^(and|but|also|why|how|what about|how about|is (it|that|this)|does (it|that|this)|then|so|or)\b/i
const POINTS_BACK = /\b(it|its|that|this|these|those|they|them|there|one|ones|instead|too)\b/i

/** Finds the passages for a question, completing a short follow-up with the words of the question before it. */
export function retrieve(question: string, history: readonly HistoryTurn[]): Found {
  const own = [...new Set(termsOf(question))]
  const previous = history.at(-1)?.question ?? null
  const followsUp = previous !== null && needsContext(question, own) ? previous : null
  const query = new Map(own.map((term) => [term, 1]))
  if (followsUp !== null) {
    const earlier = history.slice(-2).flatMap((turn) => termsOf(turn.question))
    for (const term of earlier) if (!query.has(term)) query.set(term, EARLIER_WEIGHT)
  }
  const asked = askedKind(question) ?? (followsUp === null ? null : askedKind(followsUp))
  if (query.size === 0) return { ...aboutDemo(), followsUp }
  const found = look(query, asked)
  // a wish about the answer ("say it in one sentence") has no words of its subject: that is what was asked before
  const { fit, hits } = followsUp !== null && found.fit === 'none' ? look(without(query, own), asked) : found
  const kept = keep(fit, hits, query)
  return { fit, hits: kept, query, asked, missing: missingWords(question, hits), followsUp }
}

function look(query: Query, asked: Kind | null): { fit: Fit; hits: Hit[] } {
  const hits = promoted(scaled(search(query)), asked)
  return { fit: fitOf(query, hits), hits }
}

function without(query: Query, terms: readonly string[]): Query {
  return new Map([...query].filter(([term]) => !terms.includes(term)))
}

function needsContext(question: string, terms: string[]): boolean {
  if (terms.length <= 1) return true
  const isShort = terms.length <= 4
  return (
    isShort && (OPENS_FOLLOW_UP.test(question.trim()) || POINTS_BACK.test(question)) && fitOfAlone(terms) !== 'direct'
  )
}

function fitOfAlone(terms: string[]): Fit {
  const query = new Map(terms.map((term) => [term, 1]))
  return fitOf(query, scaled(search(query)))
}

/** A question without any content word, such as "who are you?", is about the models themselves. */
function aboutDemo(): Omit<Found, 'followsUp'> {
  const article = CORPUS.find((entry) => entry.id === 'offline-models') as Article
  const hits = article.sections.map((part, section) => ({
    passage: { article, section, heading: part.heading, sentences: part.sentences },
    score: 1 - section * 0.15,
  }))
  return { fit: 'direct', hits, query: new Map([['offlin', 1]]), asked: null, missing: [] }
}

function scaled(hits: Hit[]): Hit[] {
  const best = hits[0]?.score ?? 1
  return hits.map((hit) => ({ ...hit, score: hit.score / best }))
}

/** Lifts sections that promise what was asked for, and openings where nothing particular was, within the best article. */
function promoted(hits: Hit[], asked: Kind | null): Hit[] {
  const main = hits[0]?.passage.article
  const lifted = hits.map(({ passage, score }) => {
    const isOpening = passage.section === 0 && (asked === null || asked === 'reason')
    const bonus = promises(passage.heading, asked) ? 0.5 : isOpening ? 0.3 : 0
    return { passage, score: passage.article === main ? score + bonus : score }
  })
  return scaled(lifted.sort((a, b) => b.score - a.score))
}

function fitOf(query: Query, hits: Hit[]): Fit {
  const best = hits[0]?.passage.article
  if (!best) return 'none'
  const known = articleTerms(best)
  let total = 0
  let covered = 0
  let topical = 0
  let words = 0
  for (const [term, weight] of query) {
    const isNumber = /^\d+$/.test(term)
    const mass = weight * rarity(term) * (isNumber ? NUMBER_WEIGHT : 1)
    total += mass
    if (known.has(term)) covered += mass
    if (known.has(term) && !isNumber) words += 1
    if (isTopicWord(best, term)) topical += mass
  }
  const share = covered / total
  if (topical > 0 && share >= 0.45) return 'direct'
  if (topical > 0 && share >= 0.3) return 'near'
  return share >= 0.6 && words >= 2 ? 'near' : 'none'
}

/** What is worth quoting, or, where nothing answers, what is at least about one of the words. */
function keep(fit: Fit, hits: Hit[], query: Query): Hit[] {
  if (fit === 'direct') return onTopic(hits)
  const main = hits[0]?.passage.article
  if (!main || (fit === 'none' && ![...query.keys()].some((term) => isTopicWord(main, term)))) return []
  return hits.filter((hit) => hit.passage.article === main).slice(0, 2)
}

/** Keeps the best article whole and of others only what matches nearly as well. */
function onTopic(hits: Hit[]): Hit[] {
  const best = hits[0]?.passage.article.id
  const rest = new Set(hits.filter((hit) => hit.score > 0.72).map((hit) => hit.passage.article.id))
  return hits.filter((hit) => hit.passage.article.id === best || (rest.has(hit.passage.article.id) && hit.score > 0.6))
}

function missingWords(question: string, hits: Hit[]): string[] {
  const best = hits[0]?.passage.article
  const known = best ? articleTerms(best) : new Set<string>()
  const words = (question.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter((word) => {
    const [term] = termsOf(word)
    return term !== undefined && !known.has(term)
  })
  const telling = words.filter((word) => word.length > 3)
  return [...new Set(telling.length ? telling : words)]
}
