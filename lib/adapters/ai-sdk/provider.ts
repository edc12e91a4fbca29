import 'server-only'

/** How a provider's models are reached; each kind has the settings of its own wire. */
export type Wire =
  | { kind: 'openai'; api: 'responses'; baseUrl: string; apiKey: string }
  | { kind: 'openai'; api: 'chat'; baseUrl: string; apiKey: string }
  | { kind: 'anthropic' | 'google'; baseUrl: string; apiKey: string }
  | { kind: 'vertex'; baseUrl: string | null; access: VertexAccess }
  | { kind: 'azure'; baseUrl: string; apiKey: string; apiVersion: string | null }
  | { kind: 'bedrock'; baseUrl: string | null; region: string; access: BedrockAccess }
  | { kind: 'ollama' | 'openrouter' | 'compatible'; baseUrl: string; apiKey: string | null }

/** A key of Vertex's express mode, or a project whose application credentials the machine has. */
export type VertexAccess = { apiKey: string } | { project: string; location: string }

export type BedrockAccess =
  | { apiKey: string }
  | { accessKeyId: string; secretAccessKey: string; sessionToken: string | null }

/** Somebody who serves models. */
export type Provider = Wire & {
  /** The first part of model ids, and how records call it. */
  name: string
  /** How people call it. */
  label: string
  /** Model ids as the provider knows them; null where it is asked for them after the start. */
  models: readonly string[] | null
}

export type ProviderKind = Provider['kind']

/** Who embeds over its own API: OpenAI and all that speak like it, and Ollama. */
export type EmbeddingProvider = Exclude<Provider, { kind: 'anthropic' | 'google' | 'vertex' | 'azure' | 'bedrock' }>

/** A model as its provider knows it, and how people call it. */
export type ServedModel = { provider: Provider; model: string; name: string }

/** What must never be shown, logged or kept of a provider. */
export function secretsOf(provider: Provider): string[] {
  if (!('access' in provider)) return provider.apiKey === null ? [] : [provider.apiKey]
  return Object.entries(provider.access).flatMap(([key, value]) =>
    value === null || key === 'project' || key === 'location' ? [] : [value],
  )
}
