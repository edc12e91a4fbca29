import { createParser } from 'eventsource-parser'
import type { Delta, ViewerEvent } from '../core/council/events.ts'
import { fullState, type LeanState } from '../core/council/lean.ts'
import type { Frame } from '../core/council/wire.ts'

export type FrameSink = {
  onFrame(frame: Frame): void
  /** The server's wish for the pause before a reconnect. */
  onRetry(delayMs: number): void
}

/** Feeds bytes of an event stream, cut anywhere, to `sink` as typed frames. */
export function frameReader(sink: FrameSink): { feed(bytes: Uint8Array): void } {
  const decoder = new TextDecoder()
  const parser = createParser({
    onEvent: (message) => {
      const frame = frameOf(message.event ?? 'delta', message.id ?? null, message.data)
      if (frame) sink.onFrame(frame)
    },
    onRetry: (delayMs) => sink.onRetry(delayMs),
  })
  return { feed: (bytes) => parser.feed(decoder.decode(bytes, { stream: true })) }
}

function frameOf(event: string, id: string | null, data: string): Frame | null {
  const parsed = jsonOf(data)
  if (typeof parsed !== 'object' || parsed === null) return null
  if (event === 'delta') return { event, id: null, data: parsed as Delta }
  if (id === null) return null
  if (event === 'run.snapshot') return { event, id, data: fullState(parsed as LeanState) }
  const body = parsed as Partial<ViewerEvent>
  return typeof body.seq === 'number' ? { event: event as ViewerEvent['type'], id, data: body as ViewerEvent } : null
}

function jsonOf(data: string): unknown {
  try {
    return JSON.parse(data)
  } catch {
    // Half a frame from a broken middlebox: the offsets and sequence numbers will show the gap.
    return null
  }
}
