import 'server-only'
import { request } from 'undici'
import type { Network } from './network.ts'
import type { Provider } from './provider.ts'

/** Ollama is on this machine or not there; other servers may be far away. */
const LOCAL_MS = 1_000
const REMOTE_MS = 3_000
const MODELS_MAX = 50
const MAX_BODY = 1_048_576

/** The models that a provider itself lists, those for chat; null when it cannot be asked. Never rejects. */
export async function discover(provider: Provider, network: Network): Promise<string[] | null> {
  try {
    const isOllama = provider.kind === 'ollama'
    if (!isOllama && provider.kind !== 'compatible') return null
    const url = `${provider.baseUrl.replace(/\/+$/, '')}${isOllama ? '/api/tags' : '/models'}`
    const response = await request(url, {
      dispatcher: network.agentOf(url),
      headers: provider.apiKey === null ? undefined : { authorization: `Bearer ${provider.apiKey}` },
      signal: AbortSignal.timeout(isOllama ? LOCAL_MS : REMOTE_MS),
    })
    const body = await readJson(response.body)
    if (response.statusCode !== 200) return null
    return (isOllama ? ollamaModels(body) : listedModels(body)).slice(0, MODELS_MAX)
  } catch {
    return null
  }
}

/** Throws at a body that is no JSON or longer than a list of models is. */
async function readJson(body: AsyncIterable<Buffer>): Promise<unknown> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > MAX_BODY) throw new Error('too long for a list of models')
    chunks.push(chunk)
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'))
}

type Tag = { name?: unknown; details?: { family?: unknown } | null }

/** What embeds texts answers no questions. */
const EMBEDS = /embed|minilm|(^|[/-])bge-|bert/i

function ollamaModels(body: unknown): string[] {
  const { models } = body as { models?: Tag[] }
  return (models ?? []).flatMap(({ name, details }) => {
    if (typeof name !== 'string' || EMBEDS.test(name) || EMBEDS.test(String(details?.family ?? ''))) return []
    return name
  })
}

function listedModels(body: unknown): string[] {
  const { data } = body as { data?: { id?: unknown }[] }
  return (data ?? []).flatMap(({ id }) => (typeof id === 'string' && !EMBEDS.test(id) ? id : []))
}
