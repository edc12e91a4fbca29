import type { Feature } from './characters.ts'
import { type Claim, claimsOf, isSame } from './claims.ts'
import { isKind } from './kinds.ts'
import type { Found } from './retrieve.ts'
import { rarity } from './search.ts'
import { countWords, overlap, termsOf } from './words.ts'

/** What a reviewer found out about one answer: numbers from 0 to 1, and what they were read from. */
export type Measured = {
  features: Record<Exclude<Feature, 'fit'>, number>
  text: string
  words: number
  claims: Claim[]
  /** Claims that stand alone among the answers. */
  unsupported: Claim[]
  /** The claim that is farthest from the passages found for the question. */
  stray: Claim | null
}

/** Measures every answer against the question, the passages found for it and the other answers. */
export function measureAnswers(texts: readonly string[], found: Found): Measured[] {
  const claims = texts.map(claimsOf)
  return texts.map((text, i) => measure(text, claims[i] ?? [], claims.filter((_, j) => j !== i).flat(), found))
}

function measure(text: string, claims: Claim[], others: Claim[], found: Found): Measured {
  const isSupported = (claim: Claim) => others.some((other) => isSame(claim, other))
  const unsupported = claims.filter((claim) => !isSupported(claim))
  const near = claims.map((claim) => ({ claim, value: groundingOf(claim, found) })).sort((a, b) => a.value - b.value)
  const share = (count: number) => (claims.length === 0 ? 0 : count / claims.length)
  const count = (kind: 'reason' | 'caveat' | 'figure') => claims.filter((claim) => isKind(kind, claim.text)).length
  return {
    features: {
      coverage: 0.45 * wordCoverage(text, found) + 0.55 * directness(claims, found),
      grounding: near.length === 0 ? 0.3 : near.reduce((sum, entry) => sum + entry.value, 0) / near.length,
      support: share(claims.length - unsupported.length),
      depth: Math.min(1, claims.length / 9),
      reasons: Math.min(1, 2 * share(count('reason'))),
      caveats: Math.min(1, 2 * share(count('caveat'))),
      figures: Math.min(1, count('figure') / 3 + (hasTable(text) ? 0.3 : 0)),
      example: /\b(for example|for instance|an example|suppose|imagine)\b/i.test(text) ? 1 : 0,
      structure: structureOf(text),
    },
    text,
    words: countWords(text),
    claims,
    unsupported,
    stray: (near[0]?.value ?? 1) < 0.6 ? (near[0]?.claim ?? null) : null,
  }
}

function wordCoverage(text: string, found: Found): number {
  const terms = new Set(termsOf(text))
  return heldShare(terms, found)
}

/** Whether the first statements already speak to the question, in the way it was asked. */
function directness(claims: Claim[], found: Found): number {
  const first = claims.slice(0, 2)
  if (first.length === 0) return 0
  const asked = found.asked
  const isAsked = asked === null ? 0.6 : first.some((claim) => isKind(asked, claim.text)) ? 1 : 0.2
  return 0.5 * isAsked + 0.5 * Math.max(...first.map((claim) => heldShare(claim.terms, found)))
}

function heldShare(terms: ReadonlySet<string>, found: Found): number {
  let total = 0
  let held = 0
  for (const [term, weight] of found.query) {
    const mass = weight * rarity(term)
    total += mass
    if (terms.has(term)) held += mass
  }
  return total === 0 ? 0.5 : held / total
}

/** How close a statement is to the passages found; where the corpus is silent nothing can be told. */
function groundingOf(claim: Claim, found: Found): number {
  if (found.fit === 'none') return 0.5
  let best = 0
  for (const { passage, score } of found.hits) {
    const terms = new Set(termsOf(`${passage.heading} ${passage.sentences.join(' ')}`))
    best = Math.max(best, overlap(claim.terms, terms) * (0.3 + 0.7 * score))
  }
  return best
}

function hasTable(text: string): boolean {
  return /^[ \t]*\|.*\|[ \t]*$/m.test(text)
}

/** Up to this length one paragraph is layout enough. */
const SHORT_WORDS = 110

function structureOf(text: string): number {
  const paragraphs = text.split(/\n{2,}/).filter((block) => countWords(block) > 4).length
  const hasList = /^[ \t]*[-*+] /m.test(text)
  const hasLabels = /^#{1,4}\s|\*\*[^*]+\*\*/m.test(text)
  const marks = (paragraphs > 2 ? 0.35 : paragraphs > 1 ? 0.2 : 0) + (hasList ? 0.25 : 0) + (hasLabels ? 0.2 : 0)
  const needsNone = countWords(text) <= SHORT_WORDS ? 0.6 : 0
  return Math.max(needsNone, marks + (hasTable(text) ? 0.2 : 0))
}
