import type { ServerResponse } from 'node:http'
import { type Answer, answerOf } from './answer.ts'
import { endOf } from './faults.ts'
import type { Physics } from './physics.ts'
import type { Timed, Wheel } from './wheel.ts'
import type { Exchange, Frames, Wire } from './wire.ts'

type Input = { res: ServerResponse; wire: Wire; exchange: Exchange; now(): number }

type Stream = Input & { answer: Answer; frames: Frames }

/** At most this much per stream and tick, so that an endless one cannot starve the others. */
const MAX_TOKENS_PER_TICK = 2_000

/** Streams one answer on the wheel: token i leaves at t0 + ttft + i × gap, whatever came before. */
export function streamAnswer(wheel: Wheel, input: Input): void {
  const { res, wire, exchange } = input
  const { physics, entry } = exchange
  const stream: Stream = { ...input, answer: answerOf(exchange), frames: wire.frames(exchange) }
  res.writeHead(200, { ...wire.headers(exchange), 'content-type': wire.contentType, 'cache-control': 'no-cache' })
  res.flushHeaders()
  // A server that fails at once says nothing before.
  const opening = physics.fault === 'error-in-200' && physics.at === 0 ? '' : stream.frames.open()
  if (opening) res.write(opening)
  const comments = physics.comments > 0 && wire.comment ? commentsOf(stream) : null
  if (comments) wheel.add(comments)
  const tokens = tokensOf(stream)
  wheel.add(tokens)
  res.on('close', () => {
    wheel.remove(tokens)
    if (comments) wheel.remove(comments)
    if (entry.done === null) {
      entry.aborted = !res.writableFinished && physics.fault !== 'cut'
      entry.done = stream.now()
    }
  })
}

/** Keep-alive comments as OpenRouter sends them while a model has not begun. */
function commentsOf({ res, wire, exchange: { entry, physics } }: Stream): Timed {
  return {
    dueAt: entry.t0,
    run(now) {
      if (entry.first !== null || res.writableEnded) return null
      res.write(wire.comment)
      return now + physics.comments
    },
  }
}

function tokensOf(stream: Stream): Timed {
  const { exchange, answer, res } = stream
  const { entry, physics } = exchange
  const start = entry.t0 + physics.ttft
  const endless = physics.fault === 'endless'
  const total = physics.reasoning + (endless ? Number.POSITIVE_INFINITY : answer.count)
  const breakAt = physics.reasoning + Math.min(physics.at, answer.count)
  let next = 0
  return {
    dueAt: start,
    run(now) {
      const isBroken = breaks(physics)
      const until = Math.min(isBroken ? breakAt : total, next + MAX_TOKENS_PER_TICK)
      let out = ''
      while (next < until && now >= start + next * physics.gap) out += token(stream, next++, now)
      if (out) res.write(out)
      if (isBroken && next >= breakAt) return breakStream(stream)
      if (next >= total) return stop(stream, stream.frames.end('stop'))
      return Math.max(start + next * physics.gap, now + (physics.gap === 0 ? 1 : 0))
    },
  }
}

function token({ exchange: { entry, physics }, answer, frames }: Stream, index: number, now: number): string {
  if (index < physics.reasoning) return frames.reasoning(`r${index + 1} `)
  const i = index - physics.reasoning
  entry.first ??= now
  entry.tokens += 1
  if (i < answer.count) entry.sentAt.push(Math.round((now - entry.t0) * 100) / 100)
  const content = i < answer.count ? answer.token(i) : ' and on'
  entry.textBytes += Buffer.byteLength(content)
  return frames.text(content)
}

/** Faults that end or bend a stream after `at` text tokens. */
function breaks(physics: Physics): boolean {
  return physics.fault !== null && physics.fault !== 'endless'
}

function breakStream(stream: Stream): null {
  const { res, exchange, frames, now } = stream
  const { fault } = exchange.physics
  const end = fault && endOf(fault)
  if (end) return stop(stream, frames.end(end))
  if (fault === 'garbage') return stop(stream, frames.garbage())
  if (fault === 'error-in-200') return stop(stream, frames.error())
  if (fault === 'no-finish') return stop(stream, frames.unfinished())
  if (fault === 'cut') {
    exchange.entry.done = now()
    // Behind what was written, so that the tokens before the cut do arrive.
    res.write('', () => res.socket?.destroy())
  }
  // A stall says nothing more and keeps the connection.
  return null
}

function stop({ res, exchange, now }: Stream, last: string): null {
  exchange.entry.done = now()
  res.end(last)
  return null
}
