import 'server-only'
import { isContextOverflow } from './vendor-words.ts'

/** Request fields that some servers refuse; each is left out once a server has said so. */
export type OptionalField = 'response_format' | 'seed' | 'temperature' | 'stream_options' | 'max_tokens' | 'usage'

/** Under which words the vendors speak of a field; a wanted format is sent as a tool to models without one of their own. */
const FORMAT =
  /response[_ ]?(format|schema|mime)|json[_ ]?(schema|mode)|structured[_ ]?output|output_(config|format)|text\.format|tool[_ ]?(choice|config|use)|function[_ ]calling/i

const SIGNS: [OptionalField, RegExp][] = [
  ['response_format', FORMAT],
  ['stream_options', /stream_options|include_usage/i],
  ['max_tokens', /max_tokens|max_completion_tokens|max_output_tokens|maxOutputTokens/i],
  ['temperature', /temperature/i],
  ['seed', /\bseed\b/i],
  ['usage', /'usage'|"usage"/i],
]

/** Which field of a refused request (400 or 422) to leave out next; null when the refusal names none that was sent. */
export function refusedField(status: number, body: string, sent: Record<string, unknown>): OptionalField | null {
  if ((status !== 400 && status !== 422) || isContextOverflow(status, body)) return null
  return SIGNS.find(([field, sign]) => field in sent && sign.test(body))?.[0] ?? null
}

/** The body without what this model's server is known to refuse. Newer OpenAI models want the limit under another name. */
export function withoutRefused(body: Record<string, unknown>, refused: ReadonlySet<OptionalField>) {
  const rest = Object.fromEntries(Object.entries(body).filter(([key]) => !refused.has(key as OptionalField)))
  if (refused.has('max_tokens') && 'max_tokens' in body) rest.max_completion_tokens = body.max_tokens
  return rest
}
