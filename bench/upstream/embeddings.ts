import { createHash } from 'node:crypto'
import { isTextless } from './faults.ts'
import { ollamaProblem } from './ollama.ts'
import { openAiHeaders, openAiProblem } from './openai.ts'
import {
  bearerOf,
  type Exchange,
  type Frames,
  parseObject,
  requestOf,
  tokensOf,
  type Wire,
  type WireRequest,
} from './wire.ts'

const DIMENSIONS = 32

const NOT_STREAMED: Frames = {
  ...{ open: () => '', reasoning: () => '', text: () => '', end: () => '' },
  ...{ error: () => '', garbage: () => '', unfinished: () => '' },
}

/** OpenAI's embeddings, as numbers or as base64 of 32-bit floats. */
export const openAiEmbeddings: Wire = {
  ...{ name: 'embeddings', route: 'POST /v1/embeddings', isOpen: true, contentType: '', comment: '' },
  key: bearerOf,
  read: ({ raw }) => readEmbed(raw),
  headers: openAiHeaders,
  frames: () => NOT_STREAMED,
  whole(exchange) {
    const { request, entry } = exchange
    const vectors = vectorsOf(exchange).map((vector) => (request.embedding?.isBase64 ? base64Of(vector) : vector))
    const data = vectors.map((embedding, index) => ({ object: 'embedding', index, embedding }))
    const { input } = tokensOf(exchange)
    return { object: 'list', data, model: entry.model, usage: { prompt_tokens: input, total_tokens: input } }
  },
  problem: openAiProblem,
}

/** Ollama's own way to embed. */
export const ollamaEmbeddings: Wire = {
  ...openAiEmbeddings,
  route: 'POST /api/embed',
  headers: () => ({}),
  whole: (exchange) => ({
    ...{ model: exchange.entry.model, embeddings: vectorsOf(exchange) },
    ...{ total_duration: 2_000_000, load_duration: 1_000_000, prompt_eval_count: tokensOf(exchange).input },
  }),
  problem: ollamaProblem,
}

function readEmbed(raw: string): WireRequest | null {
  const body = parseObject(raw)
  if (typeof body?.model !== 'string') return null
  const inputs = typeof body.input === 'string' ? [body.input] : body.input
  if (!Array.isArray(inputs) || !inputs.every((input) => typeof input === 'string')) return null
  const dimensions = typeof body.dimensions === 'number' ? body.dimensions : DIMENSIONS
  const embedding = { inputs, dimensions, isBase64: body.encoding_format === 'base64' }
  return requestOf(raw, { model: body.model, texts: inputs, embedding })
}

/** An answer without anything in it is what `empty` and its like mean here. */
function vectorsOf({ request, physics }: Exchange): number[][] {
  if (!request.embedding || isTextless(physics.fault)) return []
  const { inputs, dimensions } = request.embedding
  return inputs.map((input) => vectorOf(input, dimensions))
}

/** The direction of a text: the same text always the same, another text another; of length one. */
export function vectorOf(text: string, dimensions = DIMENSIONS): number[] {
  const raw = Array.from({ length: dimensions }, (_, i) => {
    const digest = createHash('sha256').update(`${i}:${text}`).digest()
    return digest.readInt32BE(0) / 2 ** 31
  })
  const length = Math.hypot(...raw)
  return raw.map((value) => value / length)
}

function base64Of(vector: number[]): string {
  return Buffer.from(Float32Array.from(vector).buffer).toString('base64')
}
