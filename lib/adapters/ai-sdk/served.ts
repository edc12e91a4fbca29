/** A server that speaks OpenAI's chat completions. */
export type CompatibleServer = {
  /** Shown to people and the first part of model ids. */
  name: string
  /** With the version: `https://openrouter.ai/api/v1`. */
  baseUrl: string
  apiKey: string | null
  /** Model ids as the server knows them. */
  models: string[]
  kind: 'openrouter' | 'compatible'
}

/** A model as its server knows it, and how people call both. */
export type ServedModel = { server: CompatibleServer; model: string; name: string; label: string }
