import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import { HEARTBEAT, STREAM_HEAD } from './frame.ts'

const HEARTBEAT_MS = 15_000

/** Response headers of an event stream: no cache keeps it, no proxy buffers or compresses it. */
export const EVENT_STREAM_HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
}

type Options<Item> = {
  ports: { clock: Clock; log: Log }
  requestId: string
  /** One item in the event-stream format. */
  encode(item: Item): string
  /** Called once when the reader is gone. */
  onCancel: () => void
}

/**
 * Frames as a byte stream. A frame is asked for only when the reader has room, so a slow one holds one frame and not a
 * backlog; a comment goes out every 15 s of silence. A source that fails ends the stream: the reader comes back by itself.
 */
export function eventStream<Item>(frames: AsyncIterable<Item>, { ports, requestId, encode, onCancel }: Options<Item>) {
  const iterator = frames[Symbol.asyncIterator]()
  const encoder = new TextEncoder()
  let stopHeartbeat = () => {}
  let isOver = false

  function beat(controller: ReadableStreamDefaultController<Uint8Array>) {
    stopHeartbeat()
    if (isOver) return
    stopHeartbeat = ports.clock.after(HEARTBEAT_MS, () => {
      if ((controller.desiredSize ?? 0) > 0) controller.enqueue(encoder.encode(HEARTBEAT))
      beat(controller)
    })
  }

  function finish() {
    isOver = true
    stopHeartbeat()
  }

  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(STREAM_HEAD))
      beat(controller)
    },
    async pull(controller) {
      try {
        const next = await iterator.next()
        if (isOver) return
        if (!next.done) {
          controller.enqueue(encoder.encode(encode(next.value)))
          beat(controller)
          return
        }
      } catch (error) {
        if (isOver) return
        ports.log.error('sse.failed', error, { requestId })
      }
      finish()
      controller.close()
    },
    async cancel() {
      finish()
      onCancel()
      await iterator.return?.()
    },
  })
}
