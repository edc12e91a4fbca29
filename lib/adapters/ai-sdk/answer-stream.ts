import 'server-only'
import type { Readable } from 'node:stream'
import type { LanguageModelV4StreamPart } from '@ai-sdk/provider'
import { createParser } from 'eventsource-parser'
import { type Coalescer, coalescer } from './coalescer.ts'
import type { Heard } from './heard.ts'
import { callError, costOf, errorInside, finishOf, usageOf, type WireChunk, type WireUsage } from './wire.ts'

/** Longest single event, and longest stream, read before the connection is dropped. Characters. */
const MAX_EVENT = 1_048_576
const MAX_STREAM = 64 * MAX_EVENT

type Controller = ReadableStreamDefaultController<LanguageModelV4StreamPart>

/** How the server sent its answer: as events, or whole although a stream was asked for. */
export type Framing = 'events' | 'whole'

/**
 * A chat completion as SDK stream parts. Signs of life without text (reasoning, comments) become `ping`. Anything but a
 * clean end becomes an error after the text that came before it.
 */
export function answerStream(
  body: Readable,
  framing: Framing,
  { provider, heard }: { provider: string; heard: Heard | null },
): ReadableStream<LanguageModelV4StreamPart> {
  let out: Coalescer
  return new ReadableStream<LanguageModelV4StreamPart>(
    {
      start(controller) {
        controller.enqueue({ type: 'stream-start', warnings: [] })
        controller.enqueue({ type: 'ping' })
        controller.enqueue({ type: 'text-start', id: '0' })
        out = coalescer(controller)
        read({ body, framing, out, controller, provider, heard })
      },
      cancel() {
        out.drop()
        body.destroy()
      },
    },
    { highWaterMark: 1024 },
  )
}

type Seen = { usage: WireUsage | null; finish: string | null; isRefusal: boolean; error: unknown }

function read(input: {
  body: Readable
  framing: Framing
  out: Coalescer
  controller: Controller
  provider: string
  heard: Heard | null
}): void {
  const { body, out, controller } = input
  const seen: Seen = { usage: null, finish: null, isRefusal: false, error: null }
  const source = input.framing === 'events' ? eventReader(seen, out) : wholeReader(seen, out)
  let size = 0
  const fail = (error: unknown) => {
    if (!out.close()) return
    if (seen.usage) input.heard?.usage(usageOf(seen.usage))
    // As a part, not by `controller.error`: that would throw away the text still in the queue.
    controller.enqueue({ type: 'error', error })
    controller.close()
    body.destroy()
  }
  body.setEncoding('utf8')
  body.on('data', (text: string) => {
    size += text.length
    if (size > MAX_STREAM) seen.error ??= callError({ message: 'stream too long' })
    if (!seen.error) source.feed(text)
    if (seen.error) fail(seen.error)
  })
  body.on('error', fail)
  body.on('end', () => {
    source.end()
    if (seen.error) fail(seen.error)
    else if (out.close()) finish(controller, seen, input.provider)
  })
}

type Source = { feed(text: string): void; end(): void }

function eventReader(seen: Seen, out: Coalescer): Source {
  const parser = createParser({
    maxBufferSize: MAX_EVENT,
    onComment: () => out.ping(),
    onEvent: ({ data }) => {
      if (data !== '[DONE]' && !seen.error) readChunk(data, seen, out)
    },
    onError: (error) => {
      if (error.type === 'max-buffer-size-exceeded') seen.error ??= callError({ message: 'event too long' })
    },
  })
  return { feed: parser.feed, end: () => {} }
}

function wholeReader(seen: Seen, out: Coalescer): Source {
  let all = ''
  return {
    feed: (text) => {
      all += text
    },
    end: () => readChunk(all, seen, out),
  }
}

function readChunk(data: string, seen: Seen, out: Coalescer): void {
  const chunk = parse(data)
  if (!chunk) {
    // A lost line is lost text: an answer with a hole must not pass for a whole one.
    seen.error = callError({ message: 'unreadable event' })
    return
  }
  const choice = chunk.choices?.[0]
  const said = choice?.delta ?? choice?.message
  if (said?.content) out.text(said.content)
  else out.ping()
  if (said?.refusal) seen.isRefusal = true
  const error = chunk.error ?? choice?.error
  if (error) seen.error = errorInside(error)
  seen.finish = choice?.finish_reason ?? seen.finish
  seen.usage = chunk.usage ?? seen.usage
}

function finish(controller: Controller, seen: Seen, provider: string): void {
  const cost = costOf(seen.usage)
  controller.enqueue({ type: 'text-end', id: '0' })
  controller.enqueue({
    type: 'finish',
    finishReason: seen.isRefusal ? { unified: 'content-filter', raw: 'refusal' } : finishOf(seen.finish),
    usage: usageOf(seen.usage),
    ...(cost !== null && { providerMetadata: { [provider]: { costUsd: cost } } }),
  })
  controller.close()
}

function parse(data: string): WireChunk | null {
  try {
    const value: unknown = JSON.parse(data)
    return typeof value === 'object' && value !== null ? (value as WireChunk) : null
  } catch {
    return null
  }
}
