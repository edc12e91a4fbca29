/** Time and timers as an argument, so that tests own them. */
export interface Clock {
  /** Unix time in milliseconds. */
  now(): number
  /** Calls `fn` once after `delayMs`; the returned function cancels it. */
  after(delayMs: number, fn: () => void): () => void
}
