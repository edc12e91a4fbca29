import type { ServerResponse } from 'node:http'
import { type Fault, STATUS_FAULTS } from './physics.ts'
import type { About, End, Exchange, Problem, Wire } from './wire.ts'

/** Faults that answer instead of an answer; null when the fault (if any) happens later. The status sent. */
export function answerWithFault(res: ServerResponse, wire: Wire, exchange: Exchange, about: About): number | null {
  const { fault } = exchange.physics
  if (fault === 'malformed-200') {
    sendPage(res)
    return 200
  }
  if (!isProblem(fault)) return null
  return refuse(res, wire, { problem: fault, about, headers: wire.headers(exchange) })
}

/** Answers a whole request with the vendor's words for one problem. */
export function refuse(
  res: ServerResponse,
  wire: Wire,
  input: { problem: Problem; about: About; headers?: Record<string, string> },
): number {
  const { status, body } = wire.problem(input.problem, input.about)
  const headers = { ...input.headers, ...retryHeader(wire, input.about.retryAfter), 'content-type': 'application/json' }
  res.writeHead(status, headers).end(JSON.stringify(body))
  return status
}

/** Google says when to come back in the body only. */
function retryHeader(wire: Wire, retryAfter: string | null): Record<string, string> {
  if (retryAfter === null || wire.name === 'gemini') return {}
  const ms = /^(\d+)ms$/.exec(retryAfter)?.[1]
  return ms === undefined ? { 'retry-after': retryAfter } : { 'retry-after-ms': ms }
}

/** What a network that wants a sign-in sends in place of every answer. */
export function sendPage(res: ServerResponse): void {
  res.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Sign in to the guest network</body></html>')
}

/** Whether this fault is a plain no. */
export function isProblem(fault: Fault | null): fault is Fault & Problem {
  return fault === 'context' || fault === 'no-schema' || (STATUS_FAULTS as readonly (string | null)[]).includes(fault)
}

/** Faults that show nothing, not even headers, until the client gives up. */
export function isHanging(fault: Fault | null): boolean {
  return fault === 'hang'
}

/** Faults whose answer has no text at all, whatever `at` says. */
export function isTextless(fault: Fault | null): boolean {
  return fault === 'empty' || fault === 'null-content' || fault === 'refusal'
}

const ENDS: Partial<Record<Fault, End>> = {
  empty: 'stop',
  'null-content': 'null',
  refusal: 'refused',
  filtered: 'filtered',
  length: 'length',
}

/** How an answer with this fault ends, where it ends in order; null where it does not. */
export function endOf(fault: Fault): End | null {
  return ENDS[fault] ?? null
}
