import 'server-only'
import type { CompatibleServer } from '../adapters/ai-sdk/models.ts'
import type { Env } from './env.ts'

/** Asked where OPENROUTER_MODELS names none: four members and a chairman of different families. */
const OPENROUTER_DEFAULTS = [
  'openai/gpt-5.1',
  'anthropic/claude-sonnet-4.5',
  'x-ai/grok-4',
  'google/gemini-2.5-flash',
  'google/gemini-3-pro-preview',
]

const DISCOVERY_MS = 3_000
const DISCOVERED_MAX = 20

/** The model servers that the settings name: OpenRouter, and any number of OpenAI-compatible ones (`…_NAME_2`, `…_NAME_3`). */
export async function configuredServers(
  env: Env,
  source: NodeJS.ProcessEnv = process.env,
): Promise<CompatibleServer[]> {
  const openRouter: CompatibleServer[] = env.OPENROUTER_API_KEY
    ? [
        {
          name: 'openrouter',
          kind: 'openrouter',
          baseUrl: env.OPENROUTER_BASE_URL,
          apiKey: env.OPENROUTER_API_KEY,
          models: listOf(env.OPENROUTER_MODELS) ?? OPENROUTER_DEFAULTS,
        },
      ]
    : []
  const compatible = await Promise.all(suffixes(source).map((suffix) => compatibleServer(source, suffix)))
  return [...openRouter, ...compatible]
}

function suffixes(source: NodeJS.ProcessEnv): string[] {
  return Object.keys(source)
    .flatMap((key) => /^OPENAI_COMPATIBLE_BASE_URL(_\d+)?$/.exec(key)?.slice(1) ?? [])
    .map((suffix) => suffix ?? '')
    .filter((suffix) => source[`OPENAI_COMPATIBLE_BASE_URL${suffix}`]?.trim())
    .toSorted()
}

async function compatibleServer(source: NodeJS.ProcessEnv, suffix: string): Promise<CompatibleServer> {
  const read = (name: string) => source[`OPENAI_COMPATIBLE_${name}${suffix}`]?.trim() || null
  const baseUrl = read('BASE_URL') ?? ''
  if (!URL.canParse(baseUrl)) throw new Error(`OPENAI_COMPATIBLE_BASE_URL${suffix} is not an address.`)
  const apiKey = read('API_KEY')
  const name = nameOf(read('NAME') ?? new URL(baseUrl).hostname)
  const models = listOf(read('MODELS')) ?? (await discover(baseUrl, apiKey))
  return { name, kind: 'compatible', baseUrl, apiKey, models }
}

/** What the server itself lists. A server that is not there has no models: the start does not wait for it. */
async function discover(baseUrl: string, apiKey: string | null): Promise<string[]> {
  try {
    const headers = apiKey ? { authorization: `Bearer ${apiKey}` } : undefined
    const url = `${baseUrl.replace(/\/+$/, '')}/models`
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(DISCOVERY_MS), redirect: 'error' })
    const body = (await response.json()) as { data?: { id?: unknown }[] }
    const ids = (body.data ?? []).map((model) => model.id).filter((id) => typeof id === 'string')
    return ids.slice(0, DISCOVERED_MAX)
  } catch {
    return []
  }
}

function nameOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9.-]+/g, '-')
}

function listOf(value: string | null | undefined): string[] | null {
  const names = (value ?? '').split(',').map((name) => name.trim())
  const kept = names.filter((name) => name !== '')
  return kept.length > 0 ? kept : null
}
