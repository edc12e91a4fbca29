import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { anthropicWire } from './anthropic.ts'
import { chatWire } from './chat.ts'
import { isHanging, isProblem, refuse, sendPage } from './faults.ts'
import { geminiWire } from './gemini.ts'
import { sendJson } from './http.ts'
import { ollamaWire } from './ollama.ts'
import { openRouterWire } from './openrouter.ts'
import type { Parts } from './parts.ts'
import { type About, keyProblem, type Wire } from './wire.ts'

/** A model that the server lists. Prices in USD per million tokens: absent is a dollar, null is not told. */
export type ModelCard = {
  id: string
  contextTokens?: number
  inputUsdPerMillion?: number | null
  outputUsdPerMillion?: number | null
}

/** A question about models, answered by what the vendor has for it; false where it is another question. */
export function answerList(
  parts: Parts,
  { route, req, res, url }: { route: string; req: IncomingMessage; res: ServerResponse; url: URL },
): boolean {
  const list = listOf(route, req.headers)
  if (!list) return false
  const key = list.wire.key(req.headers, url)
  const about: About = { model: '', key, retryAfter: null }
  const fault = parts.script.listFault(url.pathname)
  const problem = keyProblem({ isOpen: list.isPublic ?? list.wire.isOpen }, key) ?? (isProblem(fault) ? fault : null)
  if (problem) refuse(res, list.wire, { problem, about })
  else if (fault === 'malformed-200') sendPage(res)
  else if (!isHanging(fault)) sendJson(res, 200, list.body([...parts.models.values()]))
  return true
}

/** `isPublic`: everybody may look, also where answers need a key. */
type List = { wire: Wire; isPublic?: true; body(cards: ModelCard[]): unknown }

const CONTEXT_TOKENS = 131_072

function listOf(route: string, headers: IncomingHttpHeaders): List | null {
  if (route === 'GET /v1/models' && headers['anthropic-version'] !== undefined) {
    return { wire: anthropicWire, body: anthropicList }
  }
  return LISTS[route] ?? null
}

const LISTS: Record<string, List> = {
  'GET /v1/models': { wire: chatWire, body: openAiList },
  'GET /v1beta/models': { wire: geminiWire, body: googleList },
  'GET /api/v1/models': { wire: openRouterWire, isPublic: true, body: routerList },
  'GET /api/version': { wire: ollamaWire, body: () => ({ version: '0.13.1' }) },
  'GET /api/tags': { wire: ollamaWire, body: (cards) => ({ models: cards.map(tagOf) }) },
  'GET /api/ps': { wire: ollamaWire, body: (cards) => ({ models: cards.map(runningOf) }) },
}

function openAiList(cards: ModelCard[]) {
  return { object: 'list', data: cards.map(({ id }) => ({ id, object: 'model', created: 0, owned_by: 'fake' })) }
}

function anthropicList(cards: ModelCard[]) {
  const data = cards.map(({ id }) => ({ type: 'model', id, display_name: id, created_at: '2026-01-01T00:00:00Z' }))
  return { data, has_more: false, first_id: data[0]?.id ?? null, last_id: data.at(-1)?.id ?? null }
}

function googleList(cards: ModelCard[]) {
  const models = cards.map(({ id, contextTokens = CONTEXT_TOKENS }) => ({
    ...{ name: `models/${id}`, displayName: id, inputTokenLimit: contextTokens, outputTokenLimit: 8_192 },
    supportedGenerationMethods: ['generateContent', 'countTokens'],
  }))
  return { models }
}

/** Prices are strings of dollars a token; its own router has -1 there. */
function routerList(cards: ModelCard[]) {
  const data = cards.map((card) => ({
    ...{ id: card.id, name: card.id, created: 1_760_000_000, description: 'A model of the fake upstream.' },
    context_length: card.contextTokens ?? CONTEXT_TOKENS,
    architecture: { input_modalities: ['text'], output_modalities: ['text'], tokenizer: 'Other' },
    pricing: { ...priceOf('prompt', card.inputUsdPerMillion), ...priceOf('completion', card.outputUsdPerMillion) },
    top_provider: { context_length: card.contextTokens ?? CONTEXT_TOKENS, max_completion_tokens: 8_192 },
    supported_parameters: ['max_tokens', 'temperature', 'seed', 'structured_outputs', 'response_format'],
  }))
  return { data }
}

function priceOf(name: string, usdPerMillion: number | null = 1): Record<string, string> {
  return usdPerMillion === null ? {} : { [name]: (usdPerMillion / 1_000_000).toFixed(15).replace(/\.?0+$/, '') }
}

function tagOf({ id }: ModelCard) {
  const digest = createHash('sha256').update(id).digest('hex')
  const named = { name: id, model: id, modified_at: '2026-01-01T00:00:00Z', size: 4_700_000_000, digest }
  return { ...named, details: DETAILS }
}

function runningOf(card: ModelCard) {
  const { contextTokens = CONTEXT_TOKENS } = card
  return { ...tagOf(card), expires_at: '2030-01-01T00:00:00Z', size_vram: 4_700_000_000, context_length: contextTokens }
}

const DETAILS = {
  ...{ parent_model: '', format: 'gguf', family: 'llama', families: ['llama'] },
  ...{ parameter_size: '8.0B', quantization_level: 'Q4_K_M' },
}

/** Ollama's `show` of one model; null where it has no such model. */
export function showOf(id: unknown, cards: ModelCard[]): unknown {
  const card = cards.find((one) => one.id === id)
  if (!card) return null
  const { contextTokens = CONTEXT_TOKENS } = card
  const info = { 'general.architecture': 'llama', 'llama.context_length': contextTokens }
  return { details: DETAILS, model_info: info, capabilities: ['completion'], modified_at: '2026-01-01T00:00:00Z' }
}
