import { openAiHeaders, openAiProblem } from './openai.ts'
import {
  bearerOrAzure,
  type End,
  type Exchange,
  type Frames,
  objectOf,
  parseObject,
  requestOf,
  sse,
  tokensOf,
  type Wire,
  type WireRequest,
} from './wire.ts'

/** OpenAI's chat completions, which compatible servers, Ollama and Azure's deployments speak as well. */
export const chatWire: Wire = {
  name: 'chat',
  route: /^POST \/(v1|openai\/deployments\/[^/]+)\/chat\/completions$/,
  isOpen: true,
  contentType: 'text/event-stream; charset=utf-8',
  comment: ': STILL THINKING\n\n',
  key: bearerOrAzure,
  read: ({ raw }) => readChat(raw),
  headers: openAiHeaders,
  frames: (exchange) => chatFrames(exchange),
  whole: wholeChat,
  problem: openAiProblem,
}

/** Reads a request body; null when it is not a chat completion request. */
export function readChat(raw: string): WireRequest | null {
  const body = parseObject(raw)
  if (typeof body?.model !== 'string' || !Array.isArray(body.messages)) return null
  const messages = body.messages as { content: unknown }[]
  const format = objectOf(body.response_format)
  return requestOf(raw, {
    model: body.model,
    stream: body.stream === true,
    structured: format !== null && format.type !== 'text',
    schema: objectOf(format?.json_schema)?.schema ?? null,
    texts: messages.map(({ content }) => (typeof content === 'string' ? content : JSON.stringify(content))),
    includeUsage: objectOf(body.stream_options)?.include_usage === true,
    includeCost: objectOf(body.usage)?.include === true,
  })
}

type Delta = { content?: string | null; reasoning?: string; refusal?: string; role?: 'assistant' }

const FINISHES: Record<End, string> = {
  stop: 'stop',
  length: 'length',
  filtered: 'content_filter',
  refused: 'stop',
  null: 'stop',
}

/** Chunks of a streamed completion. `extra` goes into each of them. */
export function chatFrames(exchange: Exchange, extra: Record<string, unknown> = {}): Frames {
  const { entry, request } = exchange
  const start = envelope(entry)
  let hasRole = false
  const frame = (delta: Delta, finish: string | null = null) => {
    const choices = [{ index: 0, delta, finish_reason: finish }]
    return sse({ ...start, ...extra, object: 'chat.completion.chunk', choices })
  }
  const usage = () => {
    if (!request.includeUsage && !request.includeCost) return ''
    return sse({ ...start, ...extra, object: 'chat.completion.chunk', choices: [], usage: chatUsage(exchange) })
  }
  return {
    open: () => '',
    reasoning: (text) => frame({ reasoning: text }),
    text(content) {
      if (hasRole) return frame({ content })
      hasRole = true
      return frame({ role: 'assistant', content })
    },
    end(end) {
      const before =
        end === 'refused'
          ? frame({ refusal: 'I cannot help with that.' })
          : end === 'null'
            ? frame({ role: 'assistant', content: null })
            : ''
      return `${before}${frame({}, FINISHES[end])}${usage()}data: [DONE]\n\n`
    },
    error: () => `${sse({ error: { code: 502, message: 'Provider returned error' } })}data: [DONE]\n\n`,
    garbage: () => 'data: {"choices":[{"delta":{"cont\n\ndata: %PDF-1.7 \u0001\n\n',
    unfinished: () => 'data: [DONE]\n\n',
  }
}

/** A whole completion. */
export function wholeChat(exchange: Exchange, { content, end }: { content: string; end: End }) {
  const isSilent = end === 'refused' || end === 'null'
  const message = {
    role: 'assistant',
    content: isSilent ? null : content,
    refusal: end === 'refused' ? 'I cannot help with that.' : null,
  }
  const choices = [{ index: 0, message, finish_reason: FINISHES[end] }]
  return { ...envelope(exchange.entry), object: 'chat.completion', choices, usage: chatUsage(exchange) }
}

/** A token costs a dollar a million, in OpenRouter's field. */
export function chatUsage(exchange: Exchange) {
  const { input, cached, text, reasoning } = tokensOf(exchange)
  const completion = text + reasoning
  return {
    prompt_tokens: input,
    completion_tokens: completion,
    total_tokens: input + completion,
    prompt_tokens_details: { cached_tokens: cached },
    completion_tokens_details: { reasoning_tokens: reasoning },
    ...(exchange.request.includeCost && { cost: (input + completion) / 1_000_000 }),
  }
}

function envelope(entry: Exchange['entry']) {
  return { id: `chatcmpl-${entry.id}`, created: Math.floor(entry.t0 / 1000), model: entry.model }
}
