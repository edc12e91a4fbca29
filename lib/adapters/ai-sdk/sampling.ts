import 'server-only'
import type { OptionalField } from './parameters.ts'

/**
 * Families that are known to refuse what others take, wherever they are served; the rest is learned from refusals.
 * OpenAI's reasoning models sample by themselves and want the limit under its newer name; Claude has no seed, and from
 * Opus 4.7 on no temperature.
 */
const KNOWN: [model: RegExp, refused: OptionalField[]][] = [
  [/(^|[./])(o[134]|gpt-(?:[5-9]|\d\d))(?![a-z0-9])(?!.*chat)/, ['temperature', 'seed', 'max_tokens']],
  [/claude/, ['seed']],
  [/claude-(?:opus-4[.-][78]|(?:opus|sonnet|haiku|fable)-[5-9])(?!\d)/, ['temperature']],
]

/** The request fields that `model` is known to refuse before it was asked anything. */
export function refusedUpFront(model: string): Set<OptionalField> {
  const id = model.toLowerCase()
  return new Set(KNOWN.flatMap(([sign, refused]) => (sign.test(id) ? refused : [])))
}
