import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { ballotOf, labelsWanted } from './ballot.ts'
import type { LogEntry } from './log.ts'
import type { Physics } from './physics.ts'
import { piecesOf, wordAt } from './words.ts'

/** What a chat completion request asks for, as far as the fake cares. */
export type ChatRequest = {
  model: string
  stream: boolean
  structured: boolean
  schema: unknown
  /** All message texts, joined. */
  text: string
  /** The last message. */
  prompt: string
  bodyHash: string
  /** Whether the client asked for usage in a stream, as OpenAI wants it. */
  includeUsage: boolean
  includeCost: boolean
}

/** Reads a request body; null when it is not a chat completion request. */
export function readChatRequest(raw: string): ChatRequest | null {
  const body = parseObject(raw)
  if (typeof body?.model !== 'string' || !Array.isArray(body.messages)) return null
  const messages = body.messages as { role: string; content: unknown }[]
  const format = body.response_format as { type?: string; json_schema?: { schema?: unknown } } | undefined
  const texts = messages.map(({ content }) => (typeof content === 'string' ? content : JSON.stringify(content)))
  return {
    model: body.model,
    stream: body.stream === true,
    structured: format !== undefined && format.type !== 'text',
    schema: format?.json_schema?.schema ?? null,
    text: texts.join('\n'),
    prompt: texts.at(-1) ?? '',
    bodyHash: createHash('sha256').update(raw).digest('hex').slice(0, 16),
    includeUsage: (body.stream_options as { include_usage?: boolean } | undefined)?.include_usage === true,
    includeCost: (body.usage as { include?: boolean } | undefined)?.include === true,
  }
}

/** The text tokens of an answer: a ballot cut into pieces where one is asked for, else numbered words. */
export type Answer = { count: number; token(i: number): string }

export function answerOf(request: ChatRequest, physics: Physics): Answer {
  const labels = labelsWanted(request.schema, request.prompt)
  if (!labels) return { count: physics.n, token: (i) => wordAt(request.model, i) }
  const turn = Number.parseInt(request.bodyHash.slice(0, 4), 16)
  const pieces = piecesOf(ballotOf(labels, physics.n, turn), physics.n)
  return { count: pieces.length, token: (i) => pieces[i] ?? '' }
}

export type Delta = { content?: string | null; reasoning?: string; refusal?: string; role?: 'assistant' }

/** One chunk of a streamed completion as a server-sent event. */
export function frame(entry: LogEntry, delta: Delta, finish: string | null = null): string {
  const choices = [{ index: 0, delta, finish_reason: finish }]
  return sse({ ...envelope(entry), object: 'chat.completion.chunk', choices })
}

/** The end of a good stream: finish reason, usage where asked, `[DONE]`. */
export function tail(entry: LogEntry, request: ChatRequest, physics: Physics, finish = 'stop'): string {
  const usage = usageOf(entry, request, physics)
  const withUsage = request.includeUsage || request.includeCost
  const last = withUsage ? sse({ ...envelope(entry), object: 'chat.completion.chunk', choices: [], usage }) : ''
  return `${frame(entry, {}, finish)}${last}data: [DONE]\n\n`
}

/** A whole completion, for requests without `stream`. */
export function sendWhole(res: ServerResponse, entry: LogEntry, request: ChatRequest, physics: Physics): void {
  const answer = answerOf(request, physics)
  const content = Array.from({ length: answer.count }, (_, i) => answer.token(i)).join('')
  entry.tokens = answer.count
  entry.textBytes = Buffer.byteLength(content)
  const message = { role: 'assistant', content, refusal: null }
  const choices = [{ index: 0, message, finish_reason: 'stop' }]
  const body = { ...envelope(entry), object: 'chat.completion', choices, usage: usageOf(entry, request, physics) }
  res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

export function sse(data: unknown): string {
  return `data: ${JSON.stringify(data)}\n\n`
}

function envelope(entry: LogEntry) {
  return { id: `chatcmpl-${entry.id}`, created: Math.floor(entry.t0 / 1000), model: entry.model }
}

/** A quarter of the prompt counts as cached; a token costs a dollar a million, in OpenRouter's field. */
function usageOf(entry: LogEntry, request: ChatRequest, physics: Physics) {
  const prompt = Math.ceil(entry.promptChars / 4)
  const completion = entry.tokens + physics.reasoning
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: prompt + completion,
    prompt_tokens_details: { cached_tokens: Math.floor(prompt / 4) },
    completion_tokens_details: { reasoning_tokens: physics.reasoning },
    ...(request.includeCost && { cost: (prompt + completion) / 1_000_000 }),
  }
}

function parseObject(raw: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(raw)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}
