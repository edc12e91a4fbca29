/** Something with deadlines: runs when due and says when it is due next, or null when it has ended. */
export type Timed = { dueAt: number; run(now: number): number | null }

export type Wheel = { add(timed: Timed): void; remove(timed: Timed): void }

/**
 * One timer for every stream. Deadlines are absolute, so lateness never adds up, and whatever is due together is written
 * together; a timer for each stream would drift and saturate (runtime notes: +10 % at 2 ms a token).
 */
export function createWheel(now: () => number): Wheel {
  const all = new Set<Timed>()
  let timer: NodeJS.Timeout | null = null
  let wakesAt = Number.POSITIVE_INFINITY

  const arm = (at: number) => {
    if (timer && at >= wakesAt) return
    if (timer) clearTimeout(timer)
    wakesAt = at
    timer = setTimeout(tick, Math.max(1, Math.floor(at - now())))
  }

  const tick = () => {
    timer = null
    wakesAt = Number.POSITIVE_INFINITY
    const at = now()
    let next = Number.POSITIVE_INFINITY
    for (const timed of all) {
      if (timed.dueAt <= at) {
        const due = timed.run(at)
        if (due === null) all.delete(timed)
        else timed.dueAt = due
      }
      if (all.has(timed) && timed.dueAt < next) next = timed.dueAt
    }
    if (next < Number.POSITIVE_INFINITY) arm(next)
  }

  return {
    add(timed) {
      all.add(timed)
      arm(timed.dueAt)
    },
    remove: (timed) => void all.delete(timed),
  }
}
