import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type ChatRequest, readChatRequest, sendWhole } from './chat.ts'
import { answerWithFault, isHanging, isTextless } from './faults.ts'
import { createLog, type LogEntry, type RequestLog } from './log.ts'
import type { Physics } from './physics.ts'
import { createScript, type Rule, type Script } from './script.ts'
import { streamAnswer } from './stream.ts'
import { createWheel, type Wheel } from './wheel.ts'

export type Upstream = {
  /** Base of the server; the OpenAI API is under `${url}/v1`. */
  url: string
  log(tag?: string): LogEntry[]
  script(rules: Rule[]): void
  close(): Promise<void>
}

type Parts = { log: RequestLog; script: Script; wheel: Wheel; models: Set<string>; now(): number }

const BODY_LIMIT = 32 * 1024 * 1024

/** A fake OpenAI-compatible server on 127.0.0.1 whose timing and faults are scripted. Port 0 takes a free one. */
export async function startUpstream(options: { port?: number } = {}): Promise<Upstream> {
  const now = () => performance.timeOrigin + performance.now()
  const parts: Parts = { log: createLog(), script: createScript(), wheel: createWheel(now), models: new Set(), now }
  const server = createServer((req, res) => {
    handle(parts, req, res).catch((error: Error) => {
      if (!res.headersSent) sendJson(res, 500, { error: { message: error.message, type: 'server_error', code: null } })
    })
  })
  server.keepAliveTimeout = 60_000
  server.requestTimeout = 0
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    log: (tag) => parts.log.list(tag),
    script: (rules) => parts.script.set(rules),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function handle(parts: Parts, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const url = new URL(req.url ?? '/', 'http://upstream')
  const route = `${req.method} ${url.pathname}`
  if (route === 'POST /v1/chat/completions') return chat(parts, req, res)
  if (route === 'GET /v1/models') {
    const data = [...parts.models].map((id) => ({ id, object: 'model', created: 0, owned_by: 'fake' }))
    return sendJson(res, 200, { object: 'list', data })
  }
  if (route === 'GET /__log') return sendJson(res, 200, parts.log.list(url.searchParams.get('tag') ?? undefined))
  if (route === 'DELETE /__log') return sendJson(res, 200, { cleared: true }, parts.log.clear)
  if (route === 'POST /__script') {
    parts.script.set(JSON.parse(await bodyOf(req)) as Rule[])
    return sendJson(res, 200, { ok: true })
  }
  return sendJson(res, 404, { error: { message: `no such path: ${url.pathname}`, type: 'not_found', code: null } })
}

async function chat(parts: Parts, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const t0 = parts.now()
  const request = readChatRequest(await bodyOf(req))
  if (!request) {
    return sendJson(res, 400, { error: { message: 'Not a chat request.', type: 'invalid_request_error', code: null } })
  }
  parts.models.add(request.model)
  const tag = /\[tag:([\w-]+)\]/.exec(request.text)?.[1] ?? headerOf(req, 'x-council-tag') ?? ''
  const scripted = parts.script.physics({
    model: request.model,
    text: request.text,
    tag,
    structured: request.structured,
  })
  const physics = isTextless(scripted.fault) ? { ...scripted, at: 0 } : scripted
  const entry = openEntry(parts, req, { request, physics, tag, t0 })
  if (isHanging(physics.fault)) {
    res.on('close', () => end(parts, entry, true))
    return
  }
  const status = answerWithFault(res, physics)
  if (status !== null) {
    entry.status = status
    return end(parts, entry, false)
  }
  // `whole` is a server that answers in one piece although it was asked to stream.
  if (request.stream && physics.fault !== 'whole')
    return streamAnswer(parts.wheel, { res, entry, request, physics, now: parts.now })
  answerWhole(parts, { res, entry, request, physics })
}

function answerWhole(
  parts: Parts,
  input: { res: ServerResponse; entry: LogEntry; request: ChatRequest; physics: Physics },
): void {
  const { res, entry, request, physics } = input
  const timed = {
    dueAt: entry.t0 + physics.ttft + physics.n * physics.gap,
    run: (now: number) => {
      entry.first = now
      end(parts, entry, false)
      sendWhole(res, entry, request, physics)
      return null
    },
  }
  parts.wheel.add(timed)
  res.on('close', () => {
    parts.wheel.remove(timed)
    if (entry.done === null) end(parts, entry, true)
  })
}

function openEntry(
  parts: Parts,
  req: IncomingMessage,
  input: { request: ChatRequest; physics: Physics; tag: string; t0: number },
): LogEntry {
  const { request, physics, tag, t0 } = input
  return parts.log.open({
    tag,
    call: headerOf(req, 'x-council-call'),
    model: request.model,
    stream: request.stream,
    structured: request.structured,
    status: 200,
    fault: physics.fault,
    bodyHash: request.bodyHash,
    promptChars: request.text.length,
    t0,
    first: null,
    done: null,
    tokens: 0,
    textBytes: 0,
    sentAt: [],
    aborted: false,
  })
}

function end(parts: Parts, entry: LogEntry, aborted: boolean): void {
  entry.aborted = aborted
  entry.done = parts.now()
}

function headerOf(req: IncomingMessage, name: string): string | null {
  const value = req.headers[name]
  return typeof value === 'string' ? value : null
}

async function bodyOf(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > BODY_LIMIT) throw new Error('body over 32 MB')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function sendJson(res: ServerResponse, status: number, body: unknown, first?: () => void): void {
  first?.()
  res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
