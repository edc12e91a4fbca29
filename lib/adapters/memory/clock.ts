import type { Clock } from '../../ports/clock.ts'

/** A clock that moves only when told, for tests. */
export type ManualClock = Clock & {
  /** Moves time on, firing every timer that falls due, in order; lets promises settle in between. */
  advance(ms: number): Promise<void>
}

export function manualClock(startMs = 1_750_000_000_000): ManualClock {
  let now = startMs
  let timers: { at: number; fn: () => void }[] = []
  return {
    now: () => now,
    after(delayMs, fn) {
      const timer = { at: now + delayMs, fn }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    async advance(ms) {
      const until = now + ms
      for (;;) {
        await settle()
        const next = timers.filter((timer) => timer.at <= until).toSorted((a, b) => a.at - b.at)[0]
        if (!next) break
        timers = timers.filter((timer) => timer !== next)
        now = Math.max(now, next.at)
        next.fn()
      }
      now = until
      await settle()
    },
  }
}

/** Lets promise chains of ordinary depth run out. */
async function settle() {
  for (let i = 0; i < 3; i++) await new Promise<void>((resolve) => setImmediate(resolve))
}
