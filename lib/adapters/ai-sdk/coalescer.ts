import 'server-only'
import type { LanguageModelV4StreamPart } from '@ai-sdk/provider'

/** The first text is handed on at once, later text at most this often: half the browser's frame. */
const COALESCE_MS = 25

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
 * Joins tokens before they enter the SDK's chain of streams, whose price is per part: four times the tokens a second of
 * one part each (runtime notes, section 3).
 */
export function coalescer(controller: ReadableStreamDefaultController<LanguageModelV4StreamPart>): Coalescer {
  let pending = ''
  let isAlive = false
  let hasBegun = false
  let isClosed = false
  let timer: NodeJS.Timeout | null = null
  const flush = () => {
    timer = null
    if (pending) controller.enqueue({ type: 'text-delta', id: '0', delta: pending })
    else if (isAlive) controller.enqueue({ type: 'ping' })
    pending = ''
    isAlive = false
  }
  const stop = () => {
    isClosed = true
    if (timer) clearTimeout(timer)
  }
  return {
    text(text) {
      if (isClosed) return
      pending += text
      if (hasBegun) timer ??= setTimeout(flush, COALESCE_MS)
      else flush()
      hasBegun = true
    },
    ping() {
      if (isClosed) return
      isAlive = true
      timer ??= setTimeout(flush, COALESCE_MS)
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
