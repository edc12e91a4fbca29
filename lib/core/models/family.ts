/** Where in a name a family shows itself. The earliest match wins: `deepseek-r1-distill-llama-70b` is DeepSeek's. */
const NAMES: [family: string, sign: RegExp][] = [
  ['openai', /chatgpt|gpt(?=[-\d])|(?<![a-z0-9])o[134](?=$|[-:])|codex|davinci/],
  ['anthropic', /claude/],
  ['google', /gemini|gemma|palm|bison/],
  ['meta', /llama/],
  ['mistral', /mistral|mixtral|ministral|magistral|codestral|devstral|pixtral|voxtral/],
  ['deepseek', /deepseek/],
  ['x-ai', /grok/],
  ['qwen', /qwen|qwq/],
  ['cohere', /command-|(?<![a-z])aya(?=[-:]|$)/],
  ['microsoft', /(?<![a-z])phi-?\d|wizardlm/],
  ['amazon', /(?<![a-z])nova-|titan-/],
  ['moonshotai', /kimi|moonshot/],
  ['z-ai', /(?<![a-z])glm-?\d/],
  ['minimax', /minimax/],
  ['nvidia', /nemotron/],
  ['ai21', /jamba|jurassic/],
  ['ibm', /granite/],
  ['perplexity', /(?<![a-z])sonar/],
  ['writer', /palmyra/],
  ['allenai', /olmo/],
]

/** Makers as routers and clouds spell them in front of a model's name. */
const MAKERS: Record<string, string> = {
  'meta-llama': 'meta',
  mistralai: 'mistral',
  xai: 'x-ai',
  alibaba: 'qwen',
  moonshot: 'moonshotai',
  zai: 'z-ai',
  thudm: 'z-ai',
  'ai21-labs': 'ai21',
  'ibm-granite': 'ibm',
  'amazon-nova': 'amazon',
}

const KNOWN = new Set(NAMES.map(([family]) => family))

/**
 * Who made a model, from its id with or without who serves it: `anthropic` for `openrouter/anthropic/claude-sonnet-4.5` and
 * `bedrock/global.anthropic.claude-opus-5`; undefined when the id does not say.
 */
export function familyOf(id: string): string | undefined {
  const parts = id.toLowerCase().split('/')
  const name = parts.at(-1) ?? ''
  const hits = NAMES.flatMap(([family, sign]) => {
    const at = name.search(sign)
    return at === -1 ? [] : [{ family, at }]
  })
  const first = hits.toSorted((a, b) => a.at - b.at)[0]
  return first?.family ?? makerIn([...parts.slice(0, -1).toReversed(), ...name.split('.').slice(0, -1)])
}

function makerIn(words: string[]): string | undefined {
  return words.map((word) => MAKERS[word] ?? word).find((word) => KNOWN.has(word))
}
