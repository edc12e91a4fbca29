import type { ServerResponse } from 'node:http'
import { type Answer, answerOf, type ChatRequest, frame, sse, tail } from './chat.ts'
import type { LogEntry } from './log.ts'
import type { Physics } from './physics.ts'
import type { Timed, Wheel } from './wheel.ts'

type Stream = {
  res: ServerResponse
  entry: LogEntry
  request: ChatRequest
  physics: Physics
  answer: Answer
  now(): number
}

/** At most this much per stream and tick, so that an endless one cannot starve the others. */
const MAX_TOKENS_PER_TICK = 2_000

/** Streams one answer on the wheel: token i leaves at t0 + ttft + i × gap, whatever came before. */
export function streamAnswer(wheel: Wheel, input: Omit<Stream, 'answer'>): void {
  const stream: Stream = { ...input, answer: answerOf(input.request, input.physics) }
  const { res, physics, entry } = stream
  res.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' })
  res.flushHeaders()
  const comments = physics.comments > 0 ? commentsOf(stream) : null
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
function commentsOf({ res, entry, physics }: Stream): Timed {
  return {
    dueAt: entry.t0,
    run(now) {
      if (entry.first !== null || res.writableEnded) return null
      res.write(': STILL THINKING\n\n')
      return now + physics.comments
    },
  }
}

function tokensOf(stream: Stream): Timed {
  const { entry, physics, answer, res } = stream
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
      if (next >= total) return endStream(stream)
      return Math.max(start + next * physics.gap, now + (physics.gap === 0 ? 1 : 0))
    },
  }
}

function token({ entry, physics, answer }: Stream, index: number, now: number): string {
  if (index < physics.reasoning) return frame(entry, { reasoning: `r${index + 1} ` })
  const i = index - physics.reasoning
  entry.first ??= now
  entry.tokens += 1
  if (i < answer.count) entry.sentAt.push(Math.round((now - entry.t0) * 100) / 100)
  const content = i < answer.count ? answer.token(i) : ' and on'
  entry.textBytes += Buffer.byteLength(content)
  return frame(entry, i === 0 ? { role: 'assistant', content } : { content })
}

function endStream({ res, entry, request, physics, now }: Stream): null {
  entry.done = now()
  res.end(tail(entry, request, physics))
  return null
}

/** Faults that end or bend a stream after `at` text tokens. */
function breaks(physics: Physics): boolean {
  return physics.fault !== null && physics.fault !== 'endless'
}

function breakStream({ res, entry, request, physics, now }: Stream): null {
  const stop = (last: string) => {
    entry.done = now()
    res.end(last)
  }
  switch (physics.fault) {
    case 'cut':
      entry.done = now()
      // Behind what was written, so that the tokens before the cut do arrive.
      res.write('', () => res.socket?.destroy())
      break
    case 'garbage':
      stop(`data: {"choices":[{"delta":{"cont\n\ndata: %PDF-1.7 \u0001\n\n`)
      break
    case 'error-in-200':
      stop(`${sse({ error: { code: 502, message: 'Provider returned error' } })}data: [DONE]\n\n`)
      break
    case 'no-finish':
      stop('data: [DONE]\n\n')
      break
    case 'refusal':
      stop(`${frame(entry, { refusal: 'I cannot help with that.' })}${tail(entry, request, physics)}`)
      break
    case 'filtered':
      stop(tail(entry, request, physics, 'content_filter'))
      break
    case 'null-content':
      stop(`${frame(entry, { role: 'assistant', content: null })}${tail(entry, request, physics)}`)
      break
    case 'empty':
      stop(tail(entry, request, physics))
      break
    // A stall says nothing more and keeps the connection.
  }
  return null
}
