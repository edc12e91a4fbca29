import type { RunState } from '../../core/council/state.ts'
import type { Plan } from '../../core/council/types.ts'

const KEPT = 15

type Shape = Pick<Plan, 'council' | 'seats'>

/** How long runs of a given seating took in this process, for the time that the next one shows as left. */
export type Durations = {
  add(state: RunState): void
  /** Median of the last runs with the same council and models, in milliseconds; null without any. */
  typicalMs(plan: Shape): number | null
}

export function createDurations(): Durations {
  const known = new Map<string, number[]>()
  return {
    add({ plan, status, startedAt, endedAt }) {
      if (status !== 'completed' || startedAt === null || endedAt === null || plan.reused.length > 0) return
      const list = known.get(keyOf(plan)) ?? []
      known.set(keyOf(plan), [...list, endedAt - startedAt].slice(-KEPT))
    },
    typicalMs(plan) {
      const sorted = (known.get(keyOf(plan)) ?? []).toSorted((a, b) => a - b)
      return sorted[Math.floor(sorted.length / 2)] ?? null
    },
  }
}

function keyOf({ council, seats }: Shape): string {
  return [council, ...seats.map((seat) => seat.model)].join(' ')
}
