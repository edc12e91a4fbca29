import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answer } from './call.ts'
import { bodyOf, sendJson } from './http.ts'
import { answerList, type ModelCard, showOf } from './lists.ts'
import { createLog, type LogEntry } from './log.ts'
import type { Parts } from './parts.ts'
import { createScript, type Rule } from './script.ts'
import { createWheel } from './wheel.ts'
import { wireOf } from './wires.ts'

export type Upstream = {
  /**
   * Base of the server. OpenAI is under `${url}/v1`, Anthropic too, Gemini under `/v1beta`, OpenRouter under `/api/v1`,
   * Ollama at the base.
   */
  url: string
  log(tag?: string): LogEntry[]
  script(rules: Rule[]): void
  /** Models to list, beside those that were asked for. */
  models(cards: ModelCard[]): void
  close(): Promise<void>
}

/** A fake of every provider on 127.0.0.1 whose timing and faults are scripted. Port 0 takes a free one. */
export async function startUpstream(options: { port?: number } = {}): Promise<Upstream> {
  const now = () => performance.timeOrigin + performance.now()
  const parts: Parts = { log: createLog(), script: createScript(), wheel: createWheel(now), models: new Map(), now }
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
    models: (cards) => listModels(parts, cards),
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
  if (answerList(parts, { route, req, res, url })) return
  if (url.pathname.startsWith('/__')) return control(parts, route, { req, res, url })
  if (route === 'POST /api/show') {
    const shown = showOf((JSON.parse(await bodyOf(req)) as { model?: unknown }).model, [...parts.models.values()])
    return sendJson(res, shown ? 200 : 404, shown ?? { error: 'model not found' })
  }
  return sendJson(res, 404, { error: { message: `no such path: ${url.pathname}`, type: 'not_found', code: null } })
}

/** What only a test or the bench asks. */
async function control(
  parts: Parts,
  route: string,
  { req, res, url }: { req: IncomingMessage; res: ServerResponse; url: URL },
): Promise<void> {
  if (route === 'GET /__log') return sendJson(res, 200, parts.log.list(url.searchParams.get('tag') ?? undefined))
  if (route === 'DELETE /__log') parts.log.clear()
  else if (route === 'POST /__script') parts.script.set(JSON.parse(await bodyOf(req)) as Rule[])
  else if (route === 'POST /__models') listModels(parts, JSON.parse(await bodyOf(req)) as ModelCard[])
  else return sendJson(res, 404, { error: `no such control: ${route}` })
  return sendJson(res, 200, { ok: true })
}

function listModels(parts: Parts, cards: ModelCard[]): void {
  parts.models.clear()
  for (const card of cards) parts.models.set(card.id, card)
}
