import { totalsOf } from '../../core/council/select.ts'
import type { RunState } from '../../core/council/state.ts'
import type { Plan } from '../../core/council/types.ts'

const KEPT = 15

type Shape = Pick<Plan, 'seats' | 'members' | 'reviewers' | 'chairman'>

type Run = { ms: number; picoUsd: bigint | null }

/** What runs of a given seating took in this process, for what people are told before the next one. */
export type Durations = {
  add(state: RunState): void
  /** Median of the last runs with the same models in the same seats, in milliseconds; null without any. */
  typicalMs(plan: Shape): number | null
  /** Median of what they cost, of those whose every call has a price; null without any. */
  typicalPicoUsd(plan: Shape): bigint | null
}

export function createDurations(): Durations {
  const known = new Map<string, Run[]>()
  const runsOf = (plan: Shape) => known.get(keyOf(plan)) ?? []
  return {
    add(state) {
      const { plan, status, startedAt, endedAt } = state
      if (status !== 'completed' || startedAt === null || endedAt === null || plan.reused.length > 0) return
      const { picoUsd, unpriced } = totalsOf(state)
      const run = { ms: endedAt - startedAt, picoUsd: unpriced > 0 ? null : picoUsd }
      known.set(keyOf(plan), [...runsOf(plan), run].slice(-KEPT))
    },
    typicalMs: (plan) => median(runsOf(plan).map(({ ms }) => ms)),
    typicalPicoUsd: (plan) => median(runsOf(plan).flatMap(({ picoUsd }) => picoUsd ?? [])),
  }
}

function median<T extends number | bigint>(values: T[]): T | null {
  const sorted = values.toSorted((a, b) => (a < b ? -1 : Number(a > b)))
  return sorted[Math.floor(sorted.length / 2)] ?? null
}

/** The same seats take the same time, whatever the council is called. */
function keyOf({ seats, members, reviewers, chairman }: Shape): string {
  return JSON.stringify([seats.map((seat) => [seat.id, seat.model]), members, reviewers, chairman])
}
