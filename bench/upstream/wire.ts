import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { LogEntry } from './log.ts'
import type { Physics, STATUS_FAULTS } from './physics.ts'

export type WireName = 'chat' | 'responses' | 'anthropic' | 'gemini' | 'openrouter' | 'ollama' | 'embeddings'

/** What a request asks for, as far as the fake cares, whatever its wire. */
export type WireRequest = {
  model: string
  stream: boolean
  structured: boolean
  schema: unknown
  /** All texts of the request, joined. */
  text: string
  /** The last message. */
  prompt: string
  bodyHash: string
  /** Whether the client asked for usage in a stream, as OpenAI wants it. */
  includeUsage: boolean
  includeCost: boolean
  /** The tool that the answer must be put into, as Anthropic did it before it had schemas; null for plain text. */
  tool: string | null
  /** What to embed; null where an answer is asked for. */
  embedding: { inputs: string[]; dimensions: number; isBase64: boolean } | null
}

/** One request with the physics it got and its place in the log. */
export type Exchange = { entry: LogEntry; request: WireRequest; physics: Physics }

/** How an answer ends: well, at a limit, cut by a filter, declined, or without any content. */
export type End = 'stop' | 'length' | 'filtered' | 'refused' | 'null'

/** The pieces of one streamed answer as they go to the socket. */
export type Frames = {
  /** What is said before the first token; '' where that is nothing. */
  open(): string
  reasoning(text: string): string
  text(text: string): string
  end(end: End): string
  /** An error where a token was expected. */
  error(): string
  /** Something that no client can read. */
  garbage(): string
  /** The end of the transfer without a word on how the answer ended. */
  unfinished(): string
}

/** Why a server answers no to a whole request. */
export type Problem =
  | (typeof STATUS_FAULTS)[number]
  | 'context'
  | 'no-schema'
  | 'wrong-key'
  | 'no-key'
  | 'unreadable'
  | 'error-in-200'

export type About = { model: string; key: string | null; retryAfter: string | null }

/** One vendor's protocol: all that differs between the servers this process plays. */
export type Wire = {
  name: WireName
  /** `POST /v1/chat/completions`, whole or as a pattern. */
  route: string | RegExp
  /** Whether it answers anybody without a key. */
  isOpen: boolean
  /** `text/event-stream` or what the vendor has instead. */
  contentType: string
  /** A sign of life while nothing comes; '' where the wire has none. */
  comment: string
  /** The key that came with a request, wherever the vendor looks for it. */
  key(headers: IncomingHttpHeaders, url: URL): string | null
  /** Reads a request; null when it is none. */
  read(input: { raw: string; url: URL; headers: IncomingHttpHeaders }): WireRequest | null
  /** Headers of every answer, failures included. */
  headers(exchange: Exchange): Record<string, string>
  frames(exchange: Exchange): Frames
  /** The body of an answer that is not streamed. */
  whole(exchange: Exchange, answer: { content: string; end: End }): unknown
  problem(problem: Problem, about: About): { status: number; body: unknown }
}

/** Status of a problem where the vendor has no other idea. */
export function statusOf(problem: Problem): number {
  if (problem === 'context' || problem === 'no-schema' || problem === 'unreadable') return 400
  if (problem === 'wrong-key' || problem === 'no-key') return 401
  return problem === 'error-in-200' ? 502 : Number(problem)
}

/** A key with `wrong` in it is refused everywhere, in words that quote it. */
export function keyProblem(wire: Pick<Wire, 'isOpen'>, key: string | null): 'wrong-key' | 'no-key' | null {
  if (key?.includes('wrong')) return 'wrong-key'
  return key === null && !wire.isOpen ? 'no-key' : null
}

/** Tokens of one call. Four characters are a token; a quarter of the prompt counts as cached. */
export function tokensOf({ entry, physics }: Exchange) {
  const input = Math.ceil(entry.promptChars / 4)
  return { input, cached: Math.floor(input / 4), text: entry.tokens, reasoning: physics.reasoning }
}

/** What every request is made of; a wire adds what it knows. */
export function requestOf(raw: string, known: Partial<WireRequest> & { model: string; texts: string[] }): WireRequest {
  const { texts, ...rest } = known
  return {
    ...{ stream: false, structured: false, schema: null, tool: null, embedding: null },
    ...{ includeUsage: false, includeCost: false },
    text: texts.join('\n'),
    prompt: texts.at(-1) ?? '',
    bodyHash: createHash('sha256').update(raw).digest('hex').slice(0, 16),
    ...rest,
  }
}

/** The text in a message of any vendor: a string, a part with `text`, or a list of those. */
export function textIn(content: unknown): string {
  if (typeof content === 'string') return content
  if (Array.isArray(content)) return content.map(textIn).join('')
  const text = objectOf(content)?.text
  return typeof text === 'string' ? text : ''
}

export function objectOf(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null
}

export function parseObject(raw: string): Record<string, unknown> | null {
  try {
    return objectOf(JSON.parse(raw))
  } catch {
    return null
  }
}

export function bearerOf(headers: IncomingHttpHeaders): string | null {
  return /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1] ?? null
}

/** As Azure wants it, who serves OpenAI's wires under its own paths. */
export function bearerOrAzure(headers: IncomingHttpHeaders): string | null {
  const key = headers['api-key']
  return typeof key === 'string' ? key : bearerOf(headers)
}

/** One server-sent event, named where the vendor names them. */
export function sse(data: unknown, event?: string): string {
  return `${event === undefined ? '' : `event: ${event}\n`}data: ${JSON.stringify(data)}\n\n`
}
