import 'server-only'
import type { LanguageModelV4StreamPart } from '@ai-sdk/provider'

/** Text is handed on at once, but not more often than this: one refresh of a screen. */
const TEXT_MS = 16

/** Signs of life without text are handed on this often at most; time-outs count in seconds. */
const PING_MS = 100

export type Coalescer = {
  text(text: string): void
  /** A sign of life without text. */
  ping(): void
  /** Hands on what is left and takes no more; false when it was closed before. */
  close(): boolean
  /** Forgets what is left: nobody reads any more. */
  drop(): void
}

/**
 * Joins tokens that come fast before they enter the SDK's chain of streams, whose price is per part and not per character
 * (runtime notes, section 3). A throttle and not a delay: at fifty tokens a second every token passes at once.
 */
export function coalescer(controller: ReadableStreamDefaultController<LanguageModelV4StreamPart>): Coalescer {
  let pending = ''
  let textAt = Number.NEGATIVE_INFINITY
  let pingAt = Number.NEGATIVE_INFINITY
  let isClosed = false
  let timer: NodeJS.Timeout | null = null
  const flush = () => {
    timer = null
    if (!pending) return
    textAt = performance.now()
    controller.enqueue({ type: 'text-delta', id: '0', delta: pending })
    pending = ''
  }
  const stop = () => {
    isClosed = true
    if (timer) clearTimeout(timer)
  }
  return {
    text(text) {
      if (isClosed) return
      pending += text
      if (timer) return
      const waitMs = textAt + TEXT_MS - performance.now()
      if (waitMs > 0) timer = setTimeout(flush, waitMs)
      else flush()
    },
    ping() {
      const now = performance.now()
      if (isClosed || now < pingAt + PING_MS) return
      pingAt = now
      controller.enqueue({ type: 'ping' })
    },
    close() {
      if (isClosed) return false
      stop()
      flush()
      return true
    },
    drop: stop,
  }
}
