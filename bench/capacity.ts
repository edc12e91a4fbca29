/** One step of a climb: so many runs at once, how long the slowest hundredth of their tokens waited, and how late the upstream was. */
export type Step = { runs: number; p99: number; upstreamLateMs: number }

const LIMIT_MS = 250
/** An upstream that sends later than this does not send fifty tokens a second. */
const LATE_MS = 100

/** Whether a climb ends here: too slow, or not what was to be measured. */
export function isOver({ p99, upstreamLateMs }: Step): boolean {
  return p99 >= LIMIT_MS || upstreamLateMs > LATE_MS
}

/** Whether it was the side itself that became too slow. */
export function hasLimit(steps: Step[]): boolean {
  return steps.some(({ p99 }) => p99 >= LIMIT_MS)
}

/** How many runs can be live: where p99 crosses the limit, on a straight line between two steps; the last where it never does. */
export function capacityOf(steps: Step[]): number {
  const over = steps.findIndex(isOver)
  const step = steps[over]
  if (!step) return steps.at(-1)?.runs ?? 0
  const below = steps[over - 1] ?? { runs: 0, p99: 0 }
  // Where the upstream gave up first, what was reached stands.
  if (step.p99 < LIMIT_MS) return below.runs
  return below.runs + ((step.runs - below.runs) * (LIMIT_MS - below.p99)) / (step.p99 - below.p99)
}
