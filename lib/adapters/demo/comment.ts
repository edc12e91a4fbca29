import { firstWords } from '../../core/kernel/text.ts'
import { FEATURES, type Feature, type Taste } from './characters.ts'
import type { Claim } from './claims.ts'
import { isKind, type Kind } from './kinds.ts'
import type { Measured } from './measure.ts'

type Remark = (measured: Measured) => string | null

const PRAISE: Record<Feature, Remark> = {
  coverage: ({ claims }) => about('Gets to the point with', claims[0]),
  grounding: ({ claims, stray }) =>
    about(
      'Stays with the question, as in',
      claims.find((claim) => claim !== stray),
    ),
  support: ({ claims, unsupported }) =>
    about(
      'Another answer confirms',
      claims.find((claim) => !unsupported.includes(claim)),
    ),
  depth: ({ claims }) => (claims.length > 4 ? `Makes ${claims.length} separate points` : null),
  reasons: ({ claims }) => about('Says why and not only what:', ofKind(claims, 'reason')),
  caveats: ({ claims }) => about('Names a limit,', ofKind(claims, 'caveat')),
  figures: ({ claims }) => about('Is concrete,', ofKind(claims, 'figure')),
  example: ({ features }) => (features.example > 0 ? 'Makes the idea tangible with an example' : null),
  fit: ({ words }) => `At ${words} words it has about the right length`,
  structure: ({ features }) => (features.structure > 0.4 ? 'Is laid out so that one can find things' : null),
}

const COMPLAINT: Record<Feature, (measured: Measured, taste: Taste) => string | null> = {
  coverage: ({ claims, features }) =>
    features.coverage < 0.6 ? about('it opens beside the question with', claims[0]) : null,
  grounding: ({ stray }) => (stray ? `${quote(stray)} leads away from the question` : null),
  support: ({ unsupported }) => (unsupported[0] ? `no other answer has ${quote(unsupported[0])}` : null),
  depth: ({ claims }) => (claims.length < 6 ? `${claims.length} points leave a good deal unsaid` : null),
  reasons: ({ features }) => (features.reasons < 0.8 ? 'it rarely says why' : null),
  caveats: ({ features }) => (features.caveats < 0.7 ? 'it hardly names limits' : null),
  figures: ({ features }) => (features.figures < 0.4 ? 'it gives few figures' : null),
  example: ({ features }) => (features.example === 0 ? 'an example is missing' : null),
  fit: ({ words }, { idealWords }) => `${words} words are ${words > idealWords ? 'more than it takes' : 'rather few'}`,
  structure: ({ features }) => (features.structure < 0.5 ? 'its layout helps little' : null),
}

/** One sentence that names what spoke most for an answer and what most against it, in the eyes of one reviewer. */
export function commentOn(measured: Measured, values: Record<Feature, number>, taste: Taste): string {
  if (measured.words === 0) return 'There is no text to review.'
  if (measured.claims.length === 0)
    return 'Says openly that it has nothing on the question, which is honest but leaves it unanswered.'
  const byPraise = ordered((feature) => taste.weights[feature] * values[feature])
  const good = firstRemark(byPraise, (feature) => PRAISE[feature](measured))
  const byBlame = ordered((feature) => taste.weights[feature] * (1 - values[feature]))
  const bad = firstRemark(
    byBlame.filter((feature) => feature !== good?.feature),
    (feature) => COMPLAINT[feature](measured, taste),
  )
  if (!good) return 'Answers in general terms.'
  return bad ? `${good.text}, but ${bad.text}.` : `${good.text}.`
}

function ordered(value: (feature: Feature) => number): Feature[] {
  return [...FEATURES].sort((a, b) => value(b) - value(a))
}

function firstRemark(
  features: Feature[],
  remark: (feature: Feature) => string | null,
): { feature: Feature; text: string } | null {
  for (const feature of features) {
    const text = remark(feature)
    if (text !== null) return { feature, text }
  }
  return null
}

function ofKind(claims: Claim[], kind: Kind): Claim | undefined {
  return claims.find((claim) => isKind(kind, claim.text))
}

function about(lead: string, claim: Claim | undefined): string | null {
  return claim ? `${lead} ${quote(claim)}` : null
}

function quote(claim: Claim): string {
  return `“${firstWords(claim.text, 64).replace(/[.,;:]+(…?)$/, '$1')}”`
}
