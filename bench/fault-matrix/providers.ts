import type { Provider } from '../../lib/adapters/ai-sdk/models.ts'
import { AIMOCK_FAULTS, type Aimock } from '../upstream/aimock.ts'
import type { Upstream } from '../upstream/server.ts'
import type { Case } from './promised.ts'

/** Who is asked; `azure-dated` is Azure's API before v1, with deployments in the path. */
export const PROVIDERS = [
  'responses',
  'chat',
  'anthropic',
  'google',
  'openrouter',
  'ollama',
  'compatible',
  'vertex',
  'azure',
  'azure-dated',
  'bedrock',
] as const
export type ProviderName = (typeof PROVIDERS)[number]

export type Fakes = { upstream: Upstream; aimock: Aimock }

/** What a provider has counted of an answer that breaks off: each of Google's events counts both halves, Anthropic's first the input. */
export const COUNTED_EARLY: Partial<Record<ProviderName, 'whole' | 'input'>> = {
  google: 'whole',
  vertex: 'whole',
  anthropic: 'input',
}

/** Providers whose own package reads the answer. No such vendor answers in one piece when asked to stream. */
const BY_PACKAGE: readonly ProviderName[] = [
  'responses',
  'anthropic',
  'google',
  'vertex',
  'azure',
  'azure-dated',
  'bedrock',
]

/** Whether this can be tried: Bedrock is played by aimock, which knows fewer faults and takes every key. */
export function canBeTried(provider: ProviderName, what: Case): boolean {
  if (what === 'whole' && BY_PACKAGE.includes(provider)) return false
  if (provider !== 'bedrock' || what === 'none') return true
  return (AIMOCK_FAULTS as readonly string[]).includes(what)
}

/** Whether the fake can say when to come back: aimock does so with a 429 only. */
export function canTellTime(provider: ProviderName, what: Case): boolean {
  return provider !== 'bedrock' || what === '429'
}

/** The provider with one model, at the fake that plays it. */
export function providerAt(
  { upstream, aimock }: Fakes,
  name: ProviderName,
  call: { model: string; apiKey: string },
): Provider {
  const at = { name: 'fake', label: 'Lab', apiKey: call.apiKey, models: [call.model] }
  const v1 = `${upstream.url}/v1`
  switch (name) {
    case 'responses':
      return { kind: 'openai', api: 'responses', baseUrl: v1, ...at }
    case 'chat':
      return { kind: 'openai', api: 'chat', baseUrl: v1, ...at }
    case 'anthropic':
      return { kind: name, baseUrl: v1, ...at }
    case 'google':
      return { kind: name, baseUrl: `${upstream.url}/v1beta`, ...at }
    case 'openrouter':
      return { kind: name, baseUrl: `${upstream.url}/api/v1`, ...at }
    case 'ollama':
      return { kind: name, baseUrl: upstream.url, ...at }
    case 'compatible':
      return { kind: name, baseUrl: v1, ...at }
    case 'vertex':
      return { kind: name, baseUrl: `${upstream.url}/v1beta`, access: { apiKey: call.apiKey }, ...named(at) }
    case 'azure':
      return { kind: name, baseUrl: v1, apiVersion: null, ...at }
    case 'azure-dated':
      return { kind: 'azure', baseUrl: `${upstream.url}/openai`, apiVersion: '2024-10-21', ...at }
    case 'bedrock':
      return { kind: name, baseUrl: aimock.urls.bedrock, region: 'here', access: { apiKey: call.apiKey }, ...named(at) }
  }
}

function named({ name, label, models }: { name: string; label: string; models: string[] }) {
  return { name, label, models }
}
