import 'server-only'

/** Request fields that some servers refuse; each is left out once a server has said so. */
export type OptionalField = 'response_format' | 'seed' | 'temperature' | 'stream_options' | 'max_tokens' | 'usage'

const SIGNS: [OptionalField, RegExp][] = [
  ['response_format', /response[_ ]?format|json[_ ]?schema|structured[_ ]?output/i],
  ['stream_options', /stream_options|include_usage/i],
  ['max_tokens', /max_tokens|max_completion_tokens/i],
  ['temperature', /temperature/i],
  ['seed', /\bseed\b/i],
  ['usage', /'usage'|"usage"/i],
]

/** Which field of a refused request (400 or 422) to leave out next; null when the refusal names none that was sent. */
export function refusedField(status: number, body: string, sent: Record<string, unknown>): OptionalField | null {
  if (status !== 400 && status !== 422) return null
  return SIGNS.find(([field, sign]) => field in sent && sign.test(body))?.[0] ?? null
}

/** The body without what this model's server is known to refuse. Newer OpenAI models want the limit under another name. */
export function withoutRefused(body: Record<string, unknown>, refused: ReadonlySet<OptionalField>) {
  const rest = Object.fromEntries(Object.entries(body).filter(([key]) => !refused.has(key as OptionalField)))
  if (refused.has('max_tokens') && 'max_tokens' in body) rest.max_completion_tokens = body.max_tokens
  return rest
}
