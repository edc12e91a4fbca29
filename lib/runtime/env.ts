import 'server-only'
import { z } from 'zod'

const count = (fallback: number) => z.coerce.number().int().nonnegative().default(fallback)
const optional = z
  .string()
  .trim()
  .transform((value) => value || undefined)
  .optional()

/** One label of a host name: these become part of one. */
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i
const address = z.url({ protocol: /^https?$/ })

/** Every setting the product reads. None is required. */
const schema = z.object({
  NODE_ENV: z.string().default('production'),
  NEXT_PHASE: optional,
  /** Where the embedded database and the installation's own secret live. */
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: optional,
  DATABASE_POOL_SIZE: count(10),
  /** The address people reach the product at; links in answers of the API are absolute where it is set. */
  APP_URL: z.url().optional(),
  API_TOKEN: optional,
  OPENROUTER_API_KEY: optional,
  OPENROUTER_BASE_URL: address.default('https://openrouter.ai/api/v1'),
  OPENROUTER_MODELS: optional,
  OPENAI_COMPATIBLE_NAME: optional,
  OPENAI_COMPATIBLE_BASE_URL: optional,
  OPENAI_COMPATIBLE_API_KEY: optional,
  OPENAI_COMPATIBLE_MODELS: optional,
  OPENAI_API_KEY: optional,
  OPENAI_BASE_URL: address.default('https://api.openai.com/v1'),
  /** `chat` for chat completions, which cost less work per token; responses are the vendor's own choice. */
  OPENAI_API: z.enum(['responses', 'chat']).default('responses'),
  OPENAI_MODELS: optional,
  ANTHROPIC_API_KEY: optional,
  ANTHROPIC_BASE_URL: address.default('https://api.anthropic.com/v1'),
  ANTHROPIC_MODELS: optional,
  GOOGLE_GENERATIVE_AI_API_KEY: optional,
  GEMINI_API_KEY: optional,
  GOOGLE_BASE_URL: address.default('https://generativelanguage.googleapis.com/v1beta'),
  GOOGLE_MODELS: optional,
  GOOGLE_VERTEX_API_KEY: optional,
  GOOGLE_VERTEX_PROJECT: optional,
  GOOGLE_VERTEX_LOCATION: z.string().regex(LABEL, 'is not the name of a location').optional(),
  VERTEX_BASE_URL: address.optional(),
  VERTEX_MODELS: optional,
  AZURE_API_KEY: optional,
  AZURE_RESOURCE_NAME: z.string().regex(LABEL, 'is not the name of a resource').optional(),
  AZURE_BASE_URL: address.optional(),
  /** A dated one (`2024-10-21`) is of the API before v1: deployments in the path, chat completions. */
  AZURE_API_VERSION: optional,
  AZURE_MODELS: optional,
  AWS_REGION: z.string().regex(LABEL, 'is not the name of a region').optional(),
  AWS_BEARER_TOKEN_BEDROCK: optional,
  AWS_ACCESS_KEY_ID: optional,
  AWS_SECRET_ACCESS_KEY: optional,
  AWS_SESSION_TOKEN: optional,
  BEDROCK_BASE_URL: address.optional(),
  BEDROCK_MODELS: optional,
  /** Where Ollama is looked for; `off` looks nowhere. */
  OLLAMA_BASE_URL: z.union([z.literal('off'), address]).default('http://127.0.0.1:11434'),
  OLLAMA_MODELS: optional,
  /** `false` refuses providers whose address is, or resolves to, a private one. */
  ALLOW_PRIVATE_PROVIDERS: z.stringbool().default(true),
  /** Calls to one provider at the same time; further ones wait for their turn. */
  PROVIDER_MAX_IN_FLIGHT: z.coerce.number().int().min(1).max(10_000).default(64),
  /** `true`: in presets of real models the cheapest priced ones review, in seats of their own. */
  CHEAP_REVIEWERS: z.stringbool().default(false),
  /** 1 is human pace, 0 is at once. */
  DEMO_PACE: z.coerce.number().min(0).max(10).default(1),
  /** Who writes titles: a model id, `off`, or by itself the cheapest of the conversation's own models. */
  TITLE_MODEL: optional,
  /** Where prices are refreshed from once a day. */
  CATALOGUE_REFRESH: z.enum(['off', 'models.dev', 'openrouter']).default('models.dev'),
  /** Days for which a deleted conversation can be restored. */
  RETENTION_DAYS: z.coerce.number().int().min(1).max(36_500).default(30),
  DEV_UI: optional,
  DRAIN_GRACE_MS: count(8_000),
  LEASE_MS: z.coerce.number().int().min(200).default(15_000),
})

export type Env = z.output<typeof schema>

/** The settings of this process, read once. Bad ones end the start with the variable's name. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const parsed = schema.safeParse(withoutBlanks(source))
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`These settings cannot be used:\n${problems.join('\n')}`)
}

/** Whether the page that shows every component in every state is served. */
export function isDevUiEnabled(): boolean {
  return process.env.NODE_ENV === 'development' || process.env.DEV_UI === '1'
}

function withoutBlanks(source: NodeJS.ProcessEnv) {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim() !== ''))
}
