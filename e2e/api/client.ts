import { setTimeout as delay } from 'node:timers/promises'
import { createParser } from 'eventsource-parser'

/** The operator's token that the servers of these tests are started with. */
export const TOKEN = 'operator-token-of-the-tests'

// biome-ignore lint/suspicious/noExplicitAny: tests read what the server sends, field by field
export type Json = any

export type Answer = { status: number; headers: Headers; body: Json; text: string }

export type Call = {
  method?: string
  headers?: Record<string, string>
  json?: unknown
  raw?: string | Uint8Array<ArrayBuffer>
}

export type Client = (path: string, call?: Call) => Promise<Answer>

export const asOperator = (url: string): Client => as(url, { authorization: `Bearer ${TOKEN}` })
export const asGuest = (url: string, cookie: string): Client => as(url, { cookie })
export const asNobody = (url: string): Client => as(url, {})

function as(url: string, credentials: Record<string, string>): Client {
  return async (path, { method, headers, json, raw } = {}) => {
    const body = json === undefined ? raw : JSON.stringify(json)
    const response = await fetch(url + path, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      redirect: 'manual',
      headers: { ...credentials, ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body }),
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') ?? false
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson && text !== '' ? JSON.parse(text) : null,
    }
  }
}

/** The run once it has ended. */
export async function ended(call: Client, runId: string): Promise<Json> {
  for (let i = 0; i < 300; i++) {
    const { body } = await call(`/api/v1/runs/${runId}`)
    if (['completed', 'failed', 'cancelled'].includes(body.status)) return body
    await delay(50)
  }
  throw new Error(`${runId} did not end`)
}

/** A message without a name is a delta. */
export type StreamEvent = { id: string | undefined; event: string; data: Json }

/** Reads an event stream until it closes or `isEnough`; answers what it carried and its raw text. */
export async function readStream(
  url: string,
  headers: Record<string, string>,
  isEnough: (event: StreamEvent) => boolean = () => false,
): Promise<{ response: Response; events: StreamEvent[]; raw: string }> {
  const stop = new AbortController()
  const response = await fetch(url, { headers, signal: stop.signal })
  const events: StreamEvent[] = []
  let raw = ''
  let isDone = false
  const parser = createParser({
    onEvent({ id, event, data }) {
      const parsed = { id, event: event ?? 'delta', data: JSON.parse(data) }
      events.push(parsed)
      isDone ||= isEnough(parsed)
    },
  })
  const decoder = new TextDecoder()
  for await (const chunk of response.body ?? []) {
    const text = decoder.decode(chunk, { stream: true })
    raw += text
    parser.feed(text)
    if (isDone) break
  }
  stop.abort()
  return { response, events, raw }
}
