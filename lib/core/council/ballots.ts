import { cleanTiers } from '../agreement/orders.ts'
import { cleanText, firstWords } from '../kernel/text.ts'
import { rubricMean } from '../voting/rubric.ts'
import { isObject, lastObjectWith } from './ballot-json.ts'
import { type LabelReader, labelReader, rankingInText, tiersOfLine } from './ballot-text.ts'
import { type Ballot, CRITERIA, type Label, type RubricScores, type SeatId } from './types.ts'

/** Longest comment kept on a ballot; the whole of it stays in `raw`. */
const COMMENT_CHARS = 600

type Reading = { ok: true; ballot: Ballot } | { ok: false; problem: string }
type Marks = Pick<Ballot, 'scores' | 'comments'>
type Ranked = { ok: true; ranking: SeatId[][]; problem: string | null } | { ok: false; problem: string }

/** JSON schema of a ballot over these labels, within the subset that providers accept as strict structured output. */
export function BALLOT_SCHEMA(labels: string[]): Record<string, unknown> {
  const label = { type: 'string', enum: labels }
  const score = { type: 'integer', enum: [1, 2, 3, 4, 5] }
  const review = strictObject({
    label,
    ...Object.fromEntries(CRITERIA.map((criterion) => [criterion, score])),
    comment: { type: 'string', description: 'One sentence on what decides its place.' },
  })
  return strictObject({
    reviews: { type: 'array', items: review },
    ranking: { type: 'array', items: label, description: 'Every label once, best first.' },
  })
}

function strictObject(properties: Record<string, unknown>): Record<string, unknown> {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false }
}

/**
 * Reads what a reviewer wrote: JSON (alone, fenced or in prose), then the text after the last FINAL RANKING. What cannot
 * be read is left out, what is left must carry the ballot; nothing is ever invented. Never throws, takes linear time.
 */
export function readBallot(input: { reviewer: SeatId; raw: string; labels: Label[]; needsRanking: boolean }): Reading {
  const { reviewer, labels, needsRanking } = input
  const raw = cleanText(input.raw)
  const read = labelReader(labels.map(({ label }) => label))
  const found = lastObjectWith(raw, ['ranking', 'reviews'])
  const prose = found ? `${raw.slice(0, found.start)}\n${raw.slice(found.end)}` : raw
  const marks = readMarks(found?.value.reviews, labels, read)
  const written = writtenTiers(found?.value.ranking, read) ?? rankingInText(prose, read)
  const ranked = needsRanking ? rankingFrom(written, labels, marks.scores) : scoresOnly(written, labels, marks.scores)
  if (!ranked.ok) return ranked
  const { ranking, problem } = ranked
  return { ok: true, ballot: { reviewer, status: 'valid', raw, labels, ...marks, ranking, problem } }
}

/** A ballot that does not count: nothing but who wrote what, and why it is left out. */
export function invalidBallot(input: { reviewer: SeatId; raw: string; labels: Label[]; problem: string }): Ballot {
  return { ...input, raw: cleanText(input.raw), status: 'invalid', scores: {}, ranking: [], comments: {} }
}

/** The same ballot, marked as read only after its reviewer was asked a second time. */
export function asRepaired(ballot: Ballot): Ballot {
  const reason = 'The first ballot could not be read and was sent back once.'
  return { ...ballot, status: 'repaired', problem: ballot.problem ? `${reason} ${ballot.problem}` : reason }
}

/** Scores of every answer on the ballot (null where left out) and its comments; of repeated reviews the first counts. */
function readMarks(reviews: unknown, labels: Label[], read: LabelReader): Marks {
  const byLabel = new Map<string, Record<string, unknown>>()
  for (const review of Array.isArray(reviews) ? reviews : []) {
    const label = isObject(review) && typeof review.label === 'string' ? read(review.label) : null
    if (label !== null && !byLabel.has(label)) byLabel.set(label, review)
  }
  const scores = labels.map(({ label, seat }) => [seat, scoresOf(byLabel.get(label) ?? {})])
  const comments = labels.flatMap(({ label, seat }) => {
    const comment = byLabel.get(label)?.comment
    const text = typeof comment === 'string' ? firstWords(cleanText(comment), COMMENT_CHARS) : ''
    return text === '' ? [] : [[seat, text]]
  })
  return { scores: Object.fromEntries(scores), comments: Object.fromEntries(comments) }
}

function scoresOf(review: Record<string, unknown>): RubricScores {
  const score = (value: unknown) => (typeof value === 'number' && value >= 1 && value <= 5 ? value : null)
  const { accuracy, completeness, reasoning, clarity } = review
  return {
    accuracy: score(accuracy),
    completeness: score(completeness),
    reasoning: score(reasoning),
    clarity: score(clarity),
  }
}

/** Labels by tier as the JSON gives them, tied labels as inner lists or "B = C"; null when it ranks nothing at all. */
function writtenTiers(ranking: unknown, read: LabelReader): string[][] | null {
  if (typeof ranking === 'string') return tiersOfLine(ranking, read)
  if (!Array.isArray(ranking) || ranking.length === 0) return null
  return ranking.flatMap((tier) => {
    if (typeof tier === 'string') return tiersOfLine(tier, read)
    if (!Array.isArray(tier)) return []
    return [tier.flatMap((label) => (typeof label === 'string' ? (read(label) ?? []) : []))]
  })
}

/** A ballot that need not rank must score; what it ranks all the same is kept. */
function scoresOnly(written: string[][] | null, labels: Label[], scores: Ballot['scores']): Ranked {
  const hasScores = Object.values(scores).some((given) => rubricMean(given) !== null)
  if (!hasScores) return { ok: false, problem: 'The ballot holds no score from 1 to 5.' }
  return { ok: true, ranking: seatTiers(written ?? [], labels), problem: null }
}

/** A written ranking that holds at least half of the answers, else, where none was written, the order of full scores. */
function rankingFrom(written: string[][] | null, labels: Label[], scores: Ballot['scores']): Ranked {
  if (written === null) return rankingByScores(labels, scores)
  const ranking = seatTiers(written, labels)
  const placed = ranking.flat().length
  if (placed > 0 && placed >= Math.ceil(labels.length / 2)) return { ok: true, ranking, problem: null }
  return { ok: false, problem: `The ballot ranks ${placed} of ${labels.length} answers, fewer than half.` }
}

function seatTiers(tiers: string[][], labels: Label[]): SeatId[][] {
  const seats = new Map(labels.map(({ label, seat }) => [label, seat]))
  const known = tiers.map((tier) => tier.flatMap((label) => seats.get(label) ?? []))
  return cleanTiers(known, () => true)
}

function rankingByScores(labels: Label[], scores: Ballot['scores']): Ranked {
  const isScored = ({ seat }: Label) => CRITERIA.every((criterion) => typeof scores[seat]?.[criterion] === 'number')
  if (labels.length === 0 || !labels.every(isScored)) {
    return { ok: false, problem: 'The ballot holds no ranking that could be read, and not every score.' }
  }
  const tiers = new Map<number, SeatId[]>()
  for (const { seat } of labels) {
    const value = rubricMean(scores[seat]!) ?? 0
    tiers.set(value, [...(tiers.get(value) ?? []), seat])
  }
  const ranking = [...tiers].sort(([a], [b]) => b - a).map(([, seats]) => seats)
  return { ok: true, ranking, problem: 'It held no ranking; the order is that of its scores.' }
}
