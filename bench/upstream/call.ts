import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerWithFault, isHanging, isTextless, refuse } from './faults.ts'
import { bodyOf, headerOf } from './http.ts'
import type { LogEntry } from './log.ts'
import type { Parts } from './parts.ts'
import type { Physics } from './physics.ts'
import { streamAnswer } from './stream.ts'
import { answerWhole } from './whole.ts'
import { type About, type Exchange, keyProblem, type Wire, type WireRequest } from './wire.ts'

/** Plays the server of one wire for one request: its key, its fault, its answer and its line in the log. */
export async function answer(
  parts: Parts,
  wire: Wire,
  { req, res, url }: { req: IncomingMessage; res: ServerResponse; url: URL },
): Promise<void> {
  const t0 = parts.now()
  const raw = await bodyOf(req)
  const key = wire.key(req.headers, url)
  const request = wire.read({ raw, url, headers: req.headers })
  const about: About = { model: request?.model ?? '', key, retryAfter: null }
  if (!request) return void refuse(res, wire, { problem: keyProblem(wire, key) ?? 'unreadable', about })
  if (!parts.models.has(request.model)) parts.models.set(request.model, { id: request.model })
  const tag = /\[tag:([\w-]+)\]/.exec(request.text)?.[1] ?? headerOf(req, 'x-council-tag') ?? ''
  const { model, text, structured } = request
  const scripted = parts.script.physics({ model, text, tag, structured })
  const physics = isTextless(scripted.fault) ? { ...scripted, at: 0 } : scripted
  const entry = openEntry(parts, { wire, request, physics, tag, t0, call: headerOf(req, 'x-council-call') })
  const exchange: Exchange = { entry, request, physics }
  const problem = keyProblem(wire, key)
  if (problem) {
    entry.status = refuse(res, wire, { problem, about })
    return end(parts, entry, false)
  }
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
