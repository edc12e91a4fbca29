import { leanState } from '../../core/council/lean.ts'
import type { Frame } from '../../core/council/wire.ts'

/** First bytes of every stream: how long a browser waits before it comes back, in milliseconds. */
export const STREAM_HEAD = 'retry: 2000\n\n'

/** A comment line: keeps proxies and readers from thinking that the stream is dead. */
export const HEARTBEAT = ': \n\n'

/**
 * One frame in the event-stream format. Deltas are the plain messages, twenty a second: they have no name, and no id, so
 * that a reader resumes from the last state event.
 */
export function encodeFrame(frame: Frame): string {
  if (frame.event === 'delta') return `data: ${JSON.stringify(frame.data)}\n\n`
  const data = frame.event === 'run.snapshot' ? leanState(frame.data) : frame.data
  return `id: ${frame.id}\nevent: ${frame.event}\ndata: ${JSON.stringify(data)}\n\n`
}

/**
 * Where a reader says it left off: `Last-Event-ID`, which browsers send by themselves when they come back, else `?after=`.
 * Anything that is not `<epoch>-<seq>` is null, which gives the reader a snapshot.
 */
export function resumePoint(headers: Headers, url: URL): string | null {
  const given = headers.get('last-event-id') ?? url.searchParams.get('after')
  return given !== null && /^\d{1,9}-\d{1,9}$/.test(given) ? given : null
}
