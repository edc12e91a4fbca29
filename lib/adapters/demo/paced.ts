import type { Clock } from '../../ports/clock.ts'

type Pace = { firstTextMs: number; wordsPerS: number }

const TICK_MS = 40
/** Words a chunk where there is no delay; each chunk still lets the event loop run. */
const CHUNK_WORDS = 24

/** Splits text into words with the space after them, so that joining gives the text back. */
function wordsWithSpace(text: string): string[] {
  return text.match(/\s*\S+\s*/g) ?? (text === '' ? [] : [text])
}

/**
 * Emits `text` word by word against an absolute clock: a late timer catches up instead of drifting. One timer at a time.
 * `pace` scales every delay; at 0 there is none. Resolves false, at once and with its timer cancelled, when aborted.
 */
export function emitPaced(
  text: string,
  options: { clock: Clock; pace: Pace; scale: number; signal: AbortSignal; onText: (text: string) => void },
): Promise<boolean> {
  const { clock, pace, scale, signal } = options
  const words = wordsWithSpace(text)
  const startedAt = clock.now()
  const firstMs = pace.firstTextMs * scale
  const wordMs = (1000 / pace.wordsPerS) * scale
  let sent = 0
  const due = () => (wordMs === 0 ? sent + CHUNK_WORDS : 1 + Math.floor((clock.now() - startedAt - firstMs) / wordMs))
  const waitMs = () => (wordMs === 0 ? 0 : Math.max(TICK_MS, startedAt + firstMs + sent * wordMs - clock.now()))

  return new Promise((resolve) => {
    if (signal.aborted) return resolve(false)
    const abort = () => {
      cancel()
      resolve(false)
    }
    const tick = () => {
      const until = Math.min(words.length, Math.max(sent, due()))
      if (until > sent) options.onText(words.slice(sent, until).join(''))
      sent = until
      if (signal.aborted) return
      if (sent < words.length) {
        cancel = clock.after(waitMs(), tick)
        return
      }
      signal.removeEventListener('abort', abort)
      resolve(true)
    }
    let cancel = clock.after(firstMs, tick)
    signal.addEventListener('abort', abort, { once: true })
  })
}

/** Waits without a word until aborted. */
export function stallUntilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
