import type { Random } from '../../core/kernel/random.ts'
import { firstWords } from '../../core/kernel/text.ts'
import { FEATURES, type Feature, type Taste } from './characters.ts'
import type { Claim } from './claims.ts'
import { isKind, type Kind } from './kinds.ts'
import type { Measured } from './measure.ts'

/** What a remark is made from. `spare` are the statements nobody has quoted yet. */
type Sight = { measured: Measured; spare: Claim[]; taste: Taste; random: Random }

type Remark = (sight: Sight) => string | null

const PRAISE: Record<Feature, Remark> = {
  coverage: (sight) =>
    quoting(sight, ['Gets to the point at once with', 'Opens with what was asked,'], (claim) => isFirst(claim, sight)),
  grounding: (sight) =>
    quoting(
      sight,
      ['Keeps to the question throughout, as in', 'Sound where I can check it, for instance'],
      (claim) => claim !== sight.measured.stray,
    ),
  support: (sight) =>
    quoting(
      sight,
      ['Others confirm its statement', 'Does not stand alone with'],
      (claim) => !sight.measured.unsupported.includes(claim),
    ),
  depth: ({ measured }) =>
    measured.claims.length > 4 ? `Covers a lot of ground with ${measured.claims.length} separate points` : null,
  reasons: (sight) => quoting(sight, ['Gives reasons and not only results:', 'Says why, as in'], has('reason')),
  caveats: (sight) => quoting(sight, ['Names a limit that matters,', 'Careful where it should be:'], has('caveat')),
  figures: (sight) => quoting(sight, ['Puts a figure on it:', 'Specific rather than vague,'], has('figure')),
  example: ({ measured, random }) =>
    measured.features.example > 0
      ? choose(['An example makes the idea tangible', 'Shows the idea at work in an example'], random)
      : null,
  fit: ({ measured: { words }, random }) =>
    choose([`Says it in ${words} words, about the right length`, `Well measured at ${words} words`], random),
  structure: ({ measured, random }) =>
    measured.features.structure > 0.4
      ? choose(['Easy to find one’s way in', 'Its layout leads the eye to the answer'], random)
      : null,
}

const COMPLAINT: Record<Feature, Remark> = {
  coverage: (sight) =>
    sight.measured.features.coverage < 0.3
      ? quoting(sight, ['it begins beside the question with'], (claim) => isFirst(claim, sight))
      : null,
  grounding: (sight) => quoting(sight, ['it strays from the question with'], (claim) => claim === sight.measured.stray),
  support: (sight) =>
    quoting(sight, ['no other answer bears out'], (claim) => sight.measured.unsupported.includes(claim)),
  depth: ({ measured }) =>
    measured.claims.length < 4 ? `${measured.claims.length} points leave a good deal unsaid` : null,
  reasons: ({ measured, random }) =>
    measured.features.reasons < 0.7 ? choose(['it rarely says why', 'it asserts more than it explains'], random) : null,
  caveats: ({ measured, random }) =>
    measured.features.caveats < 0.6
      ? choose(['it hardly names limits', 'it sounds surer than it can be'], random)
      : null,
  figures: ({ measured, random }) =>
    measured.features.figures < 0.4 ? choose(['it gives few figures', 'it stays without numbers'], random) : null,
  example: ({ measured, random }) =>
    measured.features.example === 0 ? choose(['an example is missing', 'it does without an example'], random) : null,
  fit: ({ measured: { words }, taste }) => {
    if (words > 1.3 * taste.idealWords) return `${words} words are more than it takes`
    return words < 0.7 * taste.idealWords ? `${words} words are rather few` : null
  },
  structure: ({ measured }) => (measured.features.structure < 0.5 ? 'its layout helps little' : null),
}

/** One sentence that names what spoke most for an answer and what most against it, in the eyes of one reviewer. */
export function commentOn(
  measured: Measured,
  by: { values: Record<Feature, number>; taste: Taste; random: Random },
): string {
  const { values, taste, random } = by
  if (measured.words === 0) return 'There is no text to review.'
  if (measured.claims.length === 0) return onRefusal(measured, random)
  const sight: Sight = { measured, spare: [...measured.claims], taste, random }
  const good = firstRemark(
    ordered((feature) => taste.weights[feature] * values[feature]),
    PRAISE,
    sight,
  )
  const blame = ordered((feature) => taste.weights[feature] * (1 - values[feature])).filter(
    (feature) => feature !== good?.feature,
  )
  const bad = firstRemark(blame, COMPLAINT, sight)
  const text = good?.text ?? 'Answers in general terms'
  return bad ? `${text}, but ${bad.text}.` : `${text}.`
}

/** What speaks for a reply that openly has nothing to say. */
const REFUSALS: [RegExp, string][] = [
  [/primary source/, 'asks for a primary source'],
  [/^\|/m, 'sets out in a table what is missing'],
  [/bookshelf|shelf of books/, 'explains its limits in plain words'],
  [/encyclopedia/, 'says which kind of source it would need'],
]

function onRefusal({ words, text }: Measured, random: Random): string {
  const merit = REFUSALS.find(([sign]) => sign.test(text))?.[1] ?? `takes only ${words} words to do so`
  const end = choose(
    ['but the question stays open', 'but that is no answer', 'which is honest but not yet useful'],
    random,
  )
  return `Admits that it has nothing on this and ${merit}, ${end}.`
}

function ordered(value: (feature: Feature) => number): Feature[] {
  return [...FEATURES].sort((a, b) => value(b) - value(a))
}

function firstRemark(
  features: Feature[],
  remarks: Record<Feature, Remark>,
  sight: Sight,
): { feature: Feature; text: string } | null {
  for (const feature of features) {
    const text = remarks[feature](sight)
    if (text !== null) return { feature, text }
  }
  return null
}

/** A remark that quotes one fitting statement, which is then spent. */
function quoting(sight: Sight, leads: string[], fits: (claim: Claim) => boolean): string | null {
  const fitting = sight.spare.filter(fits)
  const claim = fitting[Math.floor(sight.random() * fitting.length)]
  if (!claim) return null
  sight.spare = sight.spare.filter((other) => other !== claim)
  return `${choose(leads, sight.random)} “${firstWords(claim.text, 64).replace(/[.,;:]+(…?)$/, '$1')}”`
}

function has(kind: Kind): (claim: Claim) => boolean {
  return (claim) => isKind(kind, claim.text)
}

function isFirst(claim: Claim, { measured }: Sight): boolean {
  return claim === measured.claims[0]
}

function choose(variants: string[], random: Random): string {
  return variants[Math.floor(random() * variants.length)] ?? ''
}
