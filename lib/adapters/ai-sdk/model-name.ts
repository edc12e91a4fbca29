import 'server-only'

const KNOWN: Record<string, string> = {
  gpt: 'GPT',
  glm: 'GLM',
  ai: 'AI',
  deepseek: 'DeepSeek',
  oss: 'OSS',
  vl: 'VL',
  qwq: 'QwQ',
}

/** A version that is written with a hyphen: `claude-sonnet-4-5`. A date behind it has more digits. */
const VERSION = /(?<=-)(\d)-(\d)(?=-|$)/g

/** A model id as people would write it: `openai/gpt-5.1` is "GPT-5.1", `llama3.2:3b` is "Llama3.2 3B". */
export function modelName(id: string): string {
  const bare = id.split('/').at(-1) ?? id
  const [stem = bare, variant] = bare.split(':') as [string, string?]
  const words = stem
    .replace(VERSION, '$1.$2')
    .split(/[-_\s]+/)
    .filter(Boolean)
  const name = words
    .map(spell)
    .join(' ')
    .replace(/^GPT (?=\d)/, 'GPT-')
  if (!variant || variant === 'latest') return name || id
  return /^\d/.test(variant) ? `${name} ${spell(variant)}` : `${name} (${variant})`
}

function spell(word: string): string {
  const known = KNOWN[word.toLowerCase()]
  if (known) return known
  if (/^[a-z]?\d+(\.\d+)?[bmk]$/i.test(word)) return word.toUpperCase()
  if (/^[rv]\d/.test(word)) return word.toUpperCase()
  return word.charAt(0).toUpperCase() + word.slice(1)
}
