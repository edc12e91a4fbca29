import 'server-only'
import {
  APICallError,
  type LanguageModelV4Prompt,
  type LanguageModelV4Usage,
  UnsupportedFunctionalityError,
} from '@ai-sdk/provider'

/** The parts of a chat completion (or a chunk of one) that are read. Everything is optional: vendors differ. */
export type WireChunk = {
  choices?: { delta?: WireText; message?: WireText; finish_reason?: string | null; error?: WireErrorBody }[]
  usage?: WireUsage | null
  error?: WireErrorBody | string
}

type WireText = {
  content?: string | null
  refusal?: string | null
  reasoning?: string | null
  reasoning_content?: string | null
}

export type WireErrorBody = {
  message?: string
  type?: string | null
  code?: string | number | null
  metadata?: unknown
}

export type WireUsage = {
  prompt_tokens?: number
  completion_tokens?: number
  prompt_tokens_details?: { cached_tokens?: number | null } | null
  completion_tokens_details?: { reasoning_tokens?: number | null } | null
  cost?: number | null
  is_byok?: boolean | null
  cost_details?: { upstream_inference_cost?: number | null } | null
}

/** The SDK's prompt as chat completion messages. Text only: nothing else is ever sent to a council. */
export function messagesOf(prompt: LanguageModelV4Prompt): { role: string; content: string }[] {
  return prompt.map((message) => {
    if (message.role === 'system') return { role: 'system', content: message.content }
    const text = message.content.map((part) => {
      if (part.type === 'text') return part.text
      throw new UnsupportedFunctionalityError({ functionality: `${part.type} parts in messages` })
    })
    return { role: message.role, content: text.join('') }
  })
}

/** Token counts in the SDK's shape; undefined where the server said nothing. */
export function usageOf(usage: WireUsage | null): LanguageModelV4Usage {
  const input = usage?.prompt_tokens
  const output = usage?.completion_tokens
  const cached = usage?.prompt_tokens_details?.cached_tokens ?? undefined
  const reasoning = usage?.completion_tokens_details?.reasoning_tokens ?? undefined
  return {
    inputTokens: { total: input, noCache: minus(input, cached), cacheRead: cached, cacheWrite: undefined },
    outputTokens: { total: output, text: minus(output, reasoning), reasoning },
  }
}

/** What OpenRouter charged in USD; with a key of one's own the upstream's price comes on top of its fee. */
export function costOf(usage: WireUsage | null): number | null {
  if (typeof usage?.cost !== 'number') return null
  return usage.cost + (usage.is_byok ? (usage.cost_details?.upstream_inference_cost ?? 0) : 0)
}

type Finish = 'stop' | 'length' | 'content-filter' | 'tool-calls' | 'error' | 'interrupted' | 'other'

const FINISHES: Record<string, Finish> = {
  stop: 'stop',
  eos: 'stop',
  eos_token: 'stop',
  stop_sequence: 'stop',
  end_turn: 'stop',
  length: 'length',
  max_tokens: 'length',
  model_length: 'length',
  content_filter: 'content-filter',
  tool_calls: 'tool-calls',
  function_call: 'tool-calls',
  error: 'error',
}

/** The server's finish reason in the SDK's words; `interrupted` when the stream ended without one. */
export function finishOf(raw: string | null): { unified: Finish; raw: string | undefined } {
  if (raw === null) return { unified: 'interrupted', raw: undefined }
  return { unified: FINISHES[raw] ?? 'other', raw }
}

/** Some servers quote the key that they refuse, whole or with stars. */
const KEY_LIKE = /\b(?:sk|pk|gsk|xai|nvapi|hf|AIza|AKIA|ABSK)[-_*]?[\w*.-]{6,}/g

/** Text of a vendor without what looks like a key and without the given secrets. */
export function withoutSecrets(text: string, secrets: readonly string[] = []): string {
  const known = secrets.filter((secret) => secret !== '')
  return known.reduce((rest, secret) => rest.replaceAll(secret, '***'), text).replace(KEY_LIKE, '***')
}

/** An answer that was no answer, as the SDK's own error. Neither the request nor the address goes along. */
export function callError(input: {
  message: string
  status?: number
  headers?: Record<string, string>
  body?: string
}): APICallError {
  return new APICallError({
    message: input.message,
    url: '',
    requestBodyValues: undefined,
    statusCode: input.status,
    responseHeaders: input.headers,
    responseBody: input.body === undefined ? undefined : withoutSecrets(input.body.slice(0, 4_000)),
    isRetryable: false,
  })
}

/** An `error` object inside a 200: its code, where numeric, stands for the status it should have had. */
export function errorInside(error: WireErrorBody | string): APICallError {
  const body = typeof error === 'string' ? { message: error } : error
  const code = Number(body.code)
  const status = Number.isInteger(code) && code >= 400 && code < 600 ? code : undefined
  return callError({ message: 'error inside a stream', status, body: JSON.stringify({ error: body }) })
}

/** An error part of a vendor's stream: its status where the SDK found one, and its words as a body. */
export function streamError(error: unknown): unknown {
  if (error instanceof Error || typeof error !== 'object' || error === null) return error
  const { statusCode, type, code, message } = error as Record<string, unknown>
  const status = typeof statusCode === 'number' ? statusCode : undefined
  const body = JSON.stringify({ error: { type, code, message } })
  return callError({ message: 'error inside a stream', status, body })
}

function minus(total: number | undefined, part: number | undefined): number | undefined {
  return total === undefined ? undefined : total - (part ?? 0)
}
