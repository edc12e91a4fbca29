import 'server-only'
import type { Provider } from '../adapters/ai-sdk/models.ts'
import { namesIn, SettingsError } from './settings.ts'

/** A server and what stands behind the names of its variables: `_2` or nothing. */
export type CompatibleServer = { suffix: string; provider: Provider & { kind: 'compatible' } }

/** Any number of servers that speak OpenAI's chat completions: `OPENAI_COMPATIBLE_…`, `…_2`, `…_3`. */
export function compatibleServers(source: NodeJS.ProcessEnv): CompatibleServer[] {
  return suffixes(source).map((suffix) => ({ suffix, provider: compatibleServer(source, suffix) }))
}

function suffixes(source: NodeJS.ProcessEnv): string[] {
  return Object.keys(source)
    .flatMap((key) => /^OPENAI_COMPATIBLE_BASE_URL((?:_\d+)?)$/.exec(key)?.[1] ?? [])
    .filter((suffix) => source[`OPENAI_COMPATIBLE_BASE_URL${suffix}`]?.trim())
    .toSorted((a, b) => Number(a.slice(1)) - Number(b.slice(1)))
}

function compatibleServer(source: NodeJS.ProcessEnv, suffix: string): CompatibleServer['provider'] {
  const read = (name: string) => source[`OPENAI_COMPATIBLE_${name}${suffix}`]?.trim() || null
  const baseUrl = read('BASE_URL') ?? ''
  if (!isWebAddress(baseUrl)) throw new SettingsError(`OPENAI_COMPATIBLE_BASE_URL${suffix}`, 'is not an address')
  const name = nameOf(read('NAME') ?? new URL(baseUrl).hostname)
  if (name === 'demo') throw new SettingsError(`OPENAI_COMPATIBLE_NAME${suffix}`, 'demo is taken')
  return { kind: 'compatible', name, label: name, baseUrl, apiKey: read('API_KEY'), models: namesIn(read('MODELS')) }
}

/** Whether a text is an http or https address. */
export function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}

function nameOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9.-]+/g, '-')
}
