import 'server-only'
import { request } from 'undici'
import { z } from 'zod'
import { modelErrorFrom, type Origin, stoppedError } from './failure.ts'
import type { Network } from './network.ts'
import type { EmbeddingProvider } from './provider.ts'
import { callError } from './wire.ts'

type Batch = { provider: EmbeddingProvider; model: string; origin: Origin; texts: readonly string[] }

type Answer = { vectors: number[][]; inputTokens: number | null }

/** 128 vectors of some 4,000 numbers are 10 MB as text. */
const MAX_BODY = 33_554_432

const vector = z.array(z.number()).min(1)

const openAiAnswer = z.object({
  data: z.array(z.object({ index: z.number().optional(), embedding: vector })),
  usage: z.object({ prompt_tokens: z.number().nullish() }).nullish(),
})

const ollamaAnswer = z.object({ embeddings: z.array(vector), prompt_eval_count: z.number().nullish() })

/** One request for the vectors of some texts; every failure is a ModelError. */
export async function embedBatch(batch: Batch, network: Network, signal: AbortSignal): Promise<Answer> {
  if (signal.aborted) throw stoppedError()
  try {
    const body = await post(batch, network, signal)
    const answer = batch.provider.kind === 'ollama' ? readOllama(body) : readOpenAi(body)
    const sizes = new Set(answer.vectors.map(({ length }) => length))
    if (answer.vectors.length === batch.texts.length && sizes.size === 1) return answer
    throw callError({ message: 'not one vector for each text' })
  } catch (error) {
    if (signal.aborted) throw stoppedError()
    throw modelErrorFrom(error, batch.origin, { nowMs: Date.now(), usage: null })
  }
}

async function post({ provider, model, texts }: Batch, network: Network, signal: AbortSignal): Promise<unknown> {
  const isOllama = provider.kind === 'ollama'
  const base = provider.baseUrl.replace(/\/+$/, '')
  const url = isOllama ? `${base}/api/embed` : `${base}/embeddings`
  const response = await request(url, {
    method: 'POST',
    dispatcher: network.agentOf(url),
    signal,
    headers: {
      'content-type': 'application/json',
      ...(provider.apiKey !== null && { authorization: `Bearer ${provider.apiKey}` }),
    },
    body: JSON.stringify({ model, input: texts, ...(!isOllama && { encoding_format: 'float' }) }),
  })
  const text = await textOf(response.body)
  if (response.statusCode === 200) return parsed(text)
  const retryAfter = response.headers['retry-after']
  throw callError({
    message: `HTTP ${response.statusCode}`,
    status: response.statusCode,
    headers: typeof retryAfter === 'string' ? { 'retry-after': retryAfter } : {},
    body: text,
  })
}

async function textOf(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > MAX_BODY) throw callError({ message: 'longer than vectors are' })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw callError({ message: 'no JSON' })
  }
}

function readOpenAi(body: unknown): Answer {
  const read = openAiAnswer.safeParse(body)
  if (!read.success) throw callError({ message: 'no vectors' })
  const { data, usage } = read.data
  const rows = data.map((row, at) => ({ at: row.index ?? at, vector: row.embedding })).toSorted((a, b) => a.at - b.at)
  return { vectors: rows.map((row) => row.vector), inputTokens: usage?.prompt_tokens ?? null }
}

function readOllama(body: unknown): Answer {
  const read = ollamaAnswer.safeParse(body)
  if (!read.success) throw callError({ message: 'no vectors' })
  return { vectors: read.data.embeddings, inputTokens: read.data.prompt_eval_count ?? null }
}
