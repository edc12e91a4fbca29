import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerWithFault, isHanging, isTextless, refuse } from './faults.ts'
import { createLog, type LogEntry, type RequestLog } from './log.ts'
import type { Physics } from './physics.ts'
import { createScript, type Rule, type Script } from './script.ts'
import { streamAnswer } from './stream.ts'
import { createWheel, type Wheel } from './wheel.ts'
import { answerWhole } from './whole.ts'
import type { About, Exchange, Wire, WireRequest } from './wire.ts'
import { wireOf } from './wires.ts'

export type Upstream = {
  /** Base of the server; the OpenAI API is under `${url}/v1`. */
  url: string
  log(tag?: string): LogEntry[]
  script(rules: Rule[]): void
  close(): Promise<void>
}

type Parts = { log: RequestLog; script: Script; wheel: Wheel; models: Set<string>; now(): number }

type Call = { req: IncomingMessage; res: ServerResponse; url: URL }

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
  const wire = wireOf(route)
  if (wire) return answer(parts, wire, { req, res, url })
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

async function answer(parts: Parts, wire: Wire, { req, res, url }: Call): Promise<void> {
  const t0 = parts.now()
  const raw = await bodyOf(req)
  const key = wire.key(req.headers, url)
  const request = wire.read({ raw, url, headers: req.headers })
  const about: About = { model: request?.model ?? '', key, retryAfter: null }
  const problem = keyProblem(wire, key) ?? (request ? null : 'unreadable')
  if (problem || !request) return void refuse(res, wire, { problem: problem ?? 'unreadable', about })
  parts.models.add(request.model)
  const tag = /\[tag:([\w-]+)\]/.exec(request.text)?.[1] ?? headerOf(req, 'x-council-tag') ?? ''
  const { model, text, structured } = request
  const scripted = parts.script.physics({ model, text, tag, structured })
  const physics = isTextless(scripted.fault) ? { ...scripted, at: 0 } : scripted
  const entry = openEntry(parts, { wire, request, physics, tag, t0, call: headerOf(req, 'x-council-call') })
  const exchange: Exchange = { entry, request, physics }
  if (isHanging(physics.fault)) {
    res.on('close', () => end(parts, entry, true))
    return
  }
  const status = answerWithFault(res, wire, exchange, { ...about, retryAfter: physics.retryAfter })
  if (status !== null) {
    entry.status = status
    return end(parts, entry, false)
  }
  // `whole` is a server that answers in one piece although it was asked to stream.
  const isStreamed = request.stream && physics.fault !== 'whole'
  if (isStreamed) streamAnswer(parts.wheel, { res, wire, exchange, now: parts.now })
  else answerWhole(parts.wheel, { res, wire, exchange, about, now: parts.now })
}

/** A key with `wrong` in it is refused everywhere, in words that quote it. */
function keyProblem(wire: Wire, key: string | null): 'wrong-key' | 'no-key' | null {
  if (key?.includes('wrong')) return 'wrong-key'
  return key === null && !wire.isOpen ? 'no-key' : null
}

function openEntry(
  parts: Parts,
  input: { wire: Wire; request: WireRequest; physics: Physics; tag: string; t0: number; call: string | null },
): LogEntry {
  const { wire, request, physics, tag, t0, call } = input
  return parts.log.open({
    ...{ wire: wire.name, tag, call, t0, model: request.model, stream: request.stream, structured: request.structured },
    ...{ status: 200, fault: physics.fault, bodyHash: request.bodyHash, promptChars: request.text.length },
    ...{ first: null, done: null, tokens: 0, textBytes: 0, sentAt: [], aborted: false },
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
