import 'server-only'
import type { Provider } from '../adapters/ai-sdk/models.ts'
import { type CompatibleServer, compatibleServers } from './compatible-servers.ts'
import type { Env } from './env.ts'
import { modelDefaults } from './model-defaults.ts'
import { namesIn, SettingsError } from './settings.ts'

/** Everybody who serves models here, as the settings name them, strongest wires first. Asks nobody anything. */
export function configuredProviders(env: Env, source: NodeJS.ProcessEnv = process.env): Provider[] {
  const compatible = compatibleServers(source)
  const vendors = [openAi(env), anthropic(env), google(env), vertex(env), azure(env), bedrock(env), openRouter(env)]
  const own = [...vendors.flatMap((provider) => provider ?? []), ...ollama(env, compatible)]
  const taken = new Set(own.map(({ name }) => name))
  for (const { provider, suffix } of compatible) {
    if (taken.has(provider.name))
      throw new SettingsError(`OPENAI_COMPATIBLE_NAME${suffix}`, `${provider.name} is taken`)
    taken.add(provider.name)
  }
  return [...own, ...compatible.map(({ provider }) => provider)]
}

function openAi(env: Env): Provider | null {
  if (!env.OPENAI_API_KEY) return null
  const models = namesIn(env.OPENAI_MODELS) ?? modelDefaults.openai
  const at = { name: 'openai', label: 'OpenAI', baseUrl: env.OPENAI_BASE_URL, apiKey: env.OPENAI_API_KEY, models }
  return env.OPENAI_API === 'chat'
    ? { kind: 'openai', api: 'chat', ...at }
    : { kind: 'openai', api: 'responses', ...at }
}

function anthropic(env: Env): Provider | null {
  if (!env.ANTHROPIC_API_KEY) return null
  return {
    kind: 'anthropic',
    name: 'anthropic',
    label: 'Anthropic',
    baseUrl: env.ANTHROPIC_BASE_URL,
    apiKey: env.ANTHROPIC_API_KEY,
    models: namesIn(env.ANTHROPIC_MODELS) ?? modelDefaults.anthropic,
  }
}

function google(env: Env): Provider | null {
  const apiKey = env.GOOGLE_GENERATIVE_AI_API_KEY ?? env.GEMINI_API_KEY
  if (!apiKey) return null
  const models = namesIn(env.GOOGLE_MODELS) ?? modelDefaults.google
  return { kind: 'google', name: 'google', label: 'Google AI Studio', baseUrl: env.GOOGLE_BASE_URL, apiKey, models }
}

function vertex(env: Env): Provider | null {
  const access = vertexAccess(env)
  if (!access) return null
  const models = namesIn(env.VERTEX_MODELS) ?? modelDefaults.google
  return { kind: 'vertex', name: 'vertex', label: 'Vertex AI', baseUrl: env.VERTEX_BASE_URL ?? null, access, models }
}

function vertexAccess(env: Env): Extract<Provider, { kind: 'vertex' }>['access'] | null {
  const { GOOGLE_VERTEX_API_KEY: apiKey, GOOGLE_VERTEX_PROJECT: project, GOOGLE_VERTEX_LOCATION: location } = env
  if (apiKey) return { apiKey }
  if (!project) return null
  if (!location) throw new SettingsError('GOOGLE_VERTEX_LOCATION', 'is needed beside GOOGLE_VERTEX_PROJECT')
  return { project, location }
}

function azure(env: Env): Provider | null {
  const { AZURE_API_KEY: apiKey, AZURE_RESOURCE_NAME: resource } = env
  if (!apiKey) return null
  const baseUrl = env.AZURE_BASE_URL ?? (resource && `https://${resource}.openai.azure.com/openai`)
  const models = namesIn(env.AZURE_MODELS)
  if (!baseUrl) throw new SettingsError('AZURE_RESOURCE_NAME', 'or AZURE_BASE_URL is needed beside AZURE_API_KEY')
  if (!models) throw new SettingsError('AZURE_MODELS', 'must name the deployments to use')
  const apiVersion = env.AZURE_API_VERSION ?? null
  return { kind: 'azure', name: 'azure', label: 'Azure OpenAI', baseUrl, apiKey, apiVersion, models }
}

/** Keys of AWS are on many machines for other reasons: alone they switch nothing on. */
function bedrock(env: Env): Provider | null {
  const names = namesIn(env.BEDROCK_MODELS)
  if (!env.AWS_BEARER_TOKEN_BEDROCK && !names) return null
  if (!env.AWS_REGION) throw new SettingsError('AWS_REGION', 'is needed for Bedrock')
  return {
    kind: 'bedrock',
    name: 'bedrock',
    label: 'AWS Bedrock',
    baseUrl: env.BEDROCK_BASE_URL ?? null,
    region: env.AWS_REGION,
    access: bedrockAccess(env),
    models: names ?? modelDefaults.bedrock,
  }
}

function bedrockAccess(env: Env): Extract<Provider, { kind: 'bedrock' }>['access'] {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = env
  if (env.AWS_BEARER_TOKEN_BEDROCK) return { apiKey: env.AWS_BEARER_TOKEN_BEDROCK }
  if (!accessKeyId) throw new SettingsError('AWS_ACCESS_KEY_ID', 'or AWS_BEARER_TOKEN_BEDROCK is needed for Bedrock')
  if (!secretAccessKey) throw new SettingsError('AWS_SECRET_ACCESS_KEY', 'is needed beside AWS_ACCESS_KEY_ID')
  return { accessKeyId, secretAccessKey, sessionToken: env.AWS_SESSION_TOKEN ?? null }
}

function openRouter(env: Env): Provider | null {
  if (!env.OPENROUTER_API_KEY) return null
  return {
    kind: 'openrouter',
    name: 'openrouter',
    label: 'OpenRouter',
    baseUrl: env.OPENROUTER_BASE_URL,
    apiKey: env.OPENROUTER_API_KEY,
    models: namesIn(env.OPENROUTER_MODELS) ?? modelDefaults.openrouter,
  }
}

/** Looked for at its usual port, unless it is switched off or set up as a compatible server already. */
function ollama(env: Env, compatible: CompatibleServer[]): Provider[] {
  const baseUrl = env.OLLAMA_BASE_URL
  if (baseUrl === 'off') return []
  const models = namesIn(env.OLLAMA_MODELS)
  const origin = new URL(baseUrl).origin
  const isSetUp = compatible.some(
    ({ provider }) => provider.name === 'ollama' || new URL(provider.baseUrl).origin === origin,
  )
  if (isSetUp && !models) return []
  return [{ kind: 'ollama', name: 'ollama', label: 'Ollama', baseUrl, apiKey: null, models }]
}
