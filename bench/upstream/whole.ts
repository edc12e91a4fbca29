import type { ServerResponse } from 'node:http'
import { answerOf } from './answer.ts'
import { endOf, isTextless } from './faults.ts'
import type { Timed, Wheel } from './wheel.ts'
import type { About, End, Exchange, Wire } from './wire.ts'

type Input = { res: ServerResponse; wire: Wire; exchange: Exchange; about: About; now(): number }

/** Answers in one piece, when the last token would have been sent. */
export function answerWhole(wheel: Wheel, input: Input): void {
  const { res, exchange, now } = input
  const { entry, physics } = exchange
  const timed: Timed = {
    dueAt: entry.t0 + physics.ttft + answerOf(exchange).count * physics.gap,
    run(at) {
      // A stall sends nothing and keeps the connection.
      if (physics.fault === 'stall') return null
      entry.first = at
      entry.done = now()
      send(input)
      return null
    },
  }
  wheel.add(timed)
  res.on('close', () => {
    wheel.remove(timed)
    if (entry.done !== null) return
    entry.aborted = true
    entry.done = now()
  })
}

function send({ res, wire, exchange, about }: Input): void {
  const { fault } = exchange.physics
  if (fault === 'cut') return void res.socket?.destroy()
  const body = fault === 'error-in-200' ? wire.problem(fault, about).body : wholeBody(wire, exchange)
  const text = JSON.stringify(body)
  res.writeHead(200, { ...wire.headers(exchange), 'content-type': 'application/json' })
  res.end(fault === 'garbage' ? `${text.slice(0, text.length / 2)}%PDF-1.7` : text)
}

function wholeBody(wire: Wire, exchange: Exchange): unknown {
  const { entry, physics } = exchange
  const answer = answerOf(exchange)
  const end: End = (physics.fault && endOf(physics.fault)) ?? 'stop'
  const isPart = end === 'filtered' || end === 'length'
  const count = isTextless(physics.fault) ? 0 : isPart ? Math.min(physics.at, answer.count) : answer.count
  const content = Array.from({ length: count }, (_, i) => answer.token(i)).join('')
  entry.tokens = count
  entry.textBytes = Buffer.byteLength(content)
  return wire.whole(exchange, { content, end })
}
