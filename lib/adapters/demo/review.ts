import { CRITERIA, type Criterion } from '../../core/council/types.ts'
import { type Random, seededRandom } from '../../core/kernel/random.ts'
import { CHARACTERS, FEATURES, type Feature, type Slug, type Taste } from './characters.ts'
import { commentOn } from './comment.ts'
import { type Measured, measureAnswers } from './measure.ts'
import { retrieve } from './retrieve.ts'

export type Candidate = { label: string; text: string }

type Judged = { label: string; measured: Measured; values: Record<Feature, number>; total: number }

/** Which features speak for which criterion of the rubric. */
const CRITERION_FEATURES: Record<Criterion, readonly Feature[]> = {
  accuracy: ['grounding', 'support'],
  completeness: ['coverage', 'depth', 'example'],
  reasoning: ['reasons', 'caveats', 'figures'],
  clarity: ['fit', 'structure', 'coverage'],
}

/** One reviewer's ballot as JSON: rubric scores with a reason for each answer, and a ranking. Same input, same ballot. */
export function composeBallot(
  slug: Slug,
  input: { question: string; candidates: readonly Candidate[]; seed: string },
): string {
  const { taste } = CHARACTERS[slug]
  const random = seededRandom(`${input.seed}\n${slug}\n${input.question}`)
  const judged = judge(input.candidates, { question: input.question, taste, random })
  const reviews = judged.map(({ label, measured, values, total }) => ({
    label,
    ...scoresOf(values, total, measured, taste),
    comment: commentOn(measured, { values, taste, random }),
  }))
  const ranking = [...judged].sort((a, b) => b.total - a.total).map((entry) => entry.label)
  return JSON.stringify({ reviews, ranking }, null, 1).replace(/\n\s*/g, ' ')
}

/** What a reviewer writes whose ballot nobody can read. */
export function composeGarbledBallot(labels: readonly string[]): string {
  return `My verdict { "reviews": [ ${labels.map((label) => `${label} was fine`).join(', ')} and so on, the ranking follows later ...`
}

function judge(candidates: readonly Candidate[], by: { question: string; taste: Taste; random: Random }): Judged[] {
  const measured = measureAnswers(
    candidates.map((candidate) => candidate.text),
    retrieve(by.question, []),
  )
  const raw = measured.map(
    (entry): Record<Feature, number> => ({ ...entry.features, fit: fitOf(entry.words, by.taste) }),
  )
  return candidates.map(({ label }, i) => {
    const values = relative(raw, i)
    const total = weighted(values, FEATURES, by.taste) + by.taste.noise * (by.random() - 0.5)
    const entry = measured[i] as Measured
    return { label, measured: entry, values, total: entry.words === 0 ? -1 : total }
  })
}

/** A bell around the length the reviewer likes. */
function fitOf(words: number, taste: Taste): number {
  return Math.exp(-(((words - taste.idealWords) / (0.55 * taste.idealWords)) ** 2))
}

/** Half how good an answer is, half how it compares: reviewers grade on a curve. */
function relative(raw: readonly Record<Feature, number>[], i: number): Record<Feature, number> {
  const own = raw[i] as Record<Feature, number>
  const entries = FEATURES.map((feature): [Feature, number] => {
    const all = raw.map((values) => values[feature])
    const low = Math.min(...all)
    const spread = Math.max(...all) - low
    const place = spread < 0.06 ? 0.5 : (own[feature] - low) / spread
    return [feature, 0.5 * own[feature] + 0.5 * place]
  })
  return Object.fromEntries(entries) as Record<Feature, number>
}

function weighted(values: Record<Feature, number>, features: readonly Feature[], taste: Taste): number {
  let sum = 0
  let weights = 0
  for (const feature of features) {
    sum += taste.weights[feature] * values[feature]
    weights += taste.weights[feature]
  }
  return weights === 0 ? 0.5 : sum / weights
}

function scoresOf(
  values: Record<Feature, number>,
  total: number,
  measured: Measured,
  taste: Taste,
): Record<Criterion, number> {
  const scores = CRITERIA.map((criterion): [Criterion, number] => {
    if (measured.words === 0) return [criterion, 1]
    const value = 0.7 * weighted(values, CRITERION_FEATURES[criterion], taste) + 0.3 * total
    return [criterion, Math.min(5, Math.max(1, Math.round(1.2 + 4.2 * value)))]
  })
  return Object.fromEntries(scores) as Record<Criterion, number>
}
