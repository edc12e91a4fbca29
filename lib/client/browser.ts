/** What the client needs from the browser, as an argument, so that tests own time, network and chance. */
export type BrowserPorts = {
  fetch: typeof fetch
  /** Unix time in milliseconds. */
  now(): number
  /** A number in [0, 1). */
  random(): number
  /** Calls `fn` once after `delayMs`; the returned function cancels it. */
  after(delayMs: number, fn: () => void): () => void
  /** Calls `fn` once before the next paint, or soon when nothing is painted. */
  frame(fn: () => void): () => void
}

const HIDDEN_FRAME_MS = 250

/** The real browser: the only place of the client that reads the clock, the network and chance. */
export const browser: BrowserPorts = {
  fetch: (input, init) => globalThis.fetch(input, init),
  now: () => Date.now(),
  random: () => Math.random(),
  after(delayMs, fn) {
    const timer = setTimeout(fn, delayMs)
    return () => clearTimeout(timer)
  },
  frame(fn) {
    // A hidden tab paints no frames, yet its state must go on.
    if (document.hidden) return browser.after(HIDDEN_FRAME_MS, fn)
    const handle = requestAnimationFrame(fn)
    return () => cancelAnimationFrame(handle)
  },
}

/** A fresh Idempotency-Key. `crypto.randomUUID` is missing on plain http, as on a phone in the same network. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
