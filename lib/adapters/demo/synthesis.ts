import type { HistoryTurn } from '../../core/council/types.ts'
import { type Random, seededRandom } from '../../core/kernel/random.ts'
import { CHARACTERS, type Slug } from './characters.ts'
import { type Claim, claimsOf, isSame } from './claims.ts'
import { isKind } from './kinds.ts'
import { type Found, retrieve } from './retrieve.ts'
import { rarity } from './search.ts'
import { placeOf, sourceLine } from './sources.ts'
import { quoted } from './voices.ts'
import { countWords } from './words.ts'

/** A member's answer as the chairman gets it. */
export type MemberText = { name: string; text: string; partial: boolean; rank: number | null; score: number | null }

type Input = { question: string; history: readonly HistoryTurn[]; answers: readonly MemberText[]; seed: string }

/** One statement with everybody who made it, best-ranked member first. */
type Point = { claim: Claim; by: string[]; score: number; order: number }

const AGREED_WORDS = 75
const ADDED_WORDS = 70

/**
 * The chairman's answer: statements of the members without repetitions, higher-ranked members first, attributed by name,
 * with what only one of them says, who was cut short, and how they were ranked. Same input, same text.
 */
export function composeSynthesis(slug: Slug, input: Input): string {
  const random = seededRandom(`${input.seed}\n${slug}\n${input.question}`)
  const answers = inRankOrder(input.answers)
  const found = retrieve(input.question, input.history)
  const points = gather(answers, { found, whim: 0.3 * CHARACTERS[slug].whim, random })
  if (points.length === 0) return nothingToMerge(input.question, answers)

  const leads = within(points, AGREED_WORDS, (point) => point.by.length > 1 || answers.length === 1)
  const lead = leads.length > 0 ? leads : within(points, AGREED_WORDS, () => true)
  const rest = points.filter((point) => !lead.includes(point))
  const lone = loneCaution(rest, answers)
  const added = within(rest, ADDED_WORDS, (point) => point !== lone)
  const used = [...lead, ...added, ...(lone ? [lone] : [])]
  const blocks = [
    caution(found, used),
    lead.map((point) => point.claim.text).join(' '),
    credit(lead, answers),
    ...arranged(slug, additions(added), difference(lone, points, answers)),
    standing(answers),
    sourceLine(used.flatMap((point) => placeOf(point.claim.text) ?? [])),
  ]
  return blocks.filter(Boolean).join('\n\n')
}

/** Best first. A rank without a score was drawn by lot and says nothing. */
function inRankOrder(answers: readonly MemberText[]): MemberText[] {
  return answers
    .map((answer) => (answer.score === null ? { ...answer, rank: null } : answer))
    .sort((a, b) => (a.rank ?? 99) - (b.rank ?? 99) || Number(a.partial) - Number(b.partial))
}

function gather(answers: readonly MemberText[], by: { found: Found; whim: number; random: Random }): Point[] {
  const points: Point[] = []
  answers.forEach((answer, place) => {
    const weight = (answer.partial ? 0.6 : 1) * (answer.rank === null ? 0.6 : 1 / (1 + place))
    finishedClaims(answer).forEach((claim, order) => {
      const same = points.find((point) => isSame(point.claim, claim))
      if (!same) {
        points.push({ claim, by: [answer.name], score: weight + worth(claim, by.found) + by.whim * by.random(), order })
      } else if (!same.by.includes(answer.name)) {
        same.by.push(answer.name)
        same.score += weight
      }
    })
  })
  return points.sort((a, b) => b.score - a.score || a.order - b.order)
}

/** The statements of an answer; the torn last one of a partial answer is left out. */
function finishedClaims(answer: MemberText): Claim[] {
  const claims = claimsOf(answer.text)
  return answer.partial ? claims.filter((claim) => /[.!?…”"’)]$/.test(claim.text)) : claims
}

function worth(claim: Claim, found: Found): number {
  let total = 0
  let held = 0
  for (const [term, weight] of found.query) {
    total += weight * rarity(term)
    if (claim.terms.has(term)) held += weight * rarity(term)
  }
  const asked = found.asked !== null && isKind(found.asked, claim.text) ? 0.4 : 0
  const example = claim.isExample ? 0.8 : 0
  return (total === 0 ? 0 : (0.6 * held) / total) + asked - example
}

/** The best points that pass, until the words are used up; at least one where any passes. */
function within(points: readonly Point[], maxWords: number, passes: (point: Point) => boolean): Point[] {
  const out: Point[] = []
  let words = 0
  for (const point of points) {
    const more = countWords(point.claim.text)
    if (!passes(point) || (out.length > 0 && words + more > maxWords)) continue
    out.push(point)
    words += more
  }
  return out
}

/** A caution that exactly one member, not the first, raises. */
function loneCaution(points: readonly Point[], answers: readonly MemberText[]): Point | null {
  if (answers.length < 2) return null
  const isLone = (point: Point) => point.by.length === 1 && point.by[0] !== answers[0]?.name
  return points.find((point) => isLone(point) && isKind('caveat', point.claim.text)) ?? null
}

function caution(found: Found, used: readonly Point[]): string {
  const isAllCorpus = used.every((point) => point.claim.isFromCorpus)
  if (found.fit === 'direct' || !isAllCorpus) return ''
  return 'No member had material on exactly this question, so what follows is background from the nearest article.'
}

function credit(lead: readonly Point[], answers: readonly MemberText[]): string {
  if (answers.length === 1) return ''
  const inOrder = (isIn: (name: string) => boolean) => answers.map((answer) => answer.name).filter(isIn)
  const all = inOrder((name) => lead.every((point) => point.by.includes(name)))
  const any = inOrder((name) => lead.some((point) => point.by.includes(name)))
  if (all.length === answers.length && all.length > 2) return '*All members say this.*'
  if (all.length === any.length) return `*Said by ${listed(all)}.*`
  return lead.every((point) => point.by.length > 1)
    ? `*Each point is made by at least two of ${listed(any)}.*`
    : `*Taken from ${listed(any)}.*`
}

function additions(added: readonly Point[]): string {
  if (added.length === 0) return ''
  const bullets = added.map((point) => `- ${point.claim.text} *(${listed(point.by)})*`)
  return `**What the others add**\n${bullets.join('\n')}`.replace(
    'the others add',
    added.length > 1 ? 'else matters' : 'to add',
  )
}

function difference(lone: Point | null, points: readonly Point[], answers: readonly MemberText[]): string {
  if (answers.length < 2) return ''
  const shared = points.filter((point) => point.by.length > 1).length
  const extent = `Of ${points.length} points in all, ${shared === 0 ? 'none is' : shared === 1 ? 'one is' : `${shared} are`} made by more than one member`
  if (!lone) return `**Where the members differ.** ${extent}; the rest stands in one answer only.`
  return `**Where the members differ.** ${extent}. ${lone.by[0]} alone raises this caution: ${lone.claim.text}`
}

/** A skeptical chairman puts the differences before the additions. */
function arranged(slug: Slug, added: string, differing: string): string[] {
  return slug === 'skeptic' ? [differing, added] : [added, differing]
}

function standing(answers: readonly MemberText[]): string {
  const out: string[] = []
  const first = answers[0]
  if (answers.length === 1) out.push(`Only ${first?.name}'s answer was available, so nothing could be compared.`)
  else if (first && first.rank !== null)
    out.push(`The reviewers placed ${first.name} first, so its statements weigh most here.`)
  else out.push('There is no ranking, so the members count alike.')
  const cut = answers.filter((answer) => answer.partial).map((answer) => answer.name)
  if (cut.length > 0)
    out.push(`${listed(cut)} ${cut.length > 1 ? 'were' : 'was'} cut short; only finished sentences are used.`)
  return out.join(' ')
}

function nothingToMerge(question: string, answers: readonly MemberText[]): string {
  const said = answers.map((answer) => `- **${answer.name}:** ${openingOf(answer.text)}`).join('\n')
  const who = answers.length === 1 ? `${answers[0]?.name} has` : 'The members have'
  return [
    `${who} no material on “${quoted(question)}”, so there is no answer to give. Writing one anyway would mean inventing it.`,
    `**What each of them said**\n${said}`,
    `The offline models only know a small set of articles on councils of models, health, personal finance, computing and everyday questions. A question from one of these areas gets a real answer with sources. For everything else, a provider key in the .env file puts language models into the same seats, and the same three stages then run on what they know.`,
  ].join('\n\n')
}

/** The first words of an answer that are words, for quoting. */
function openingOf(text: string): string {
  const line = text
    .split('\n')
    .find((entry) => countWords(entry) >= 6 && !/^\s*[|#]/.test(entry) && /\b(I|my)\b/i.test(entry))
  const sentence = /^.*?[.!?](?=\s|$)/.exec(line?.replace(/\*\*[^*]+\*\*\s*/, '') ?? '')?.[0]
  return sentence ?? 'had nothing to say.'
}

function listed(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? ''
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
