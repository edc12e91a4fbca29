import { duration, usd } from '@/lib/core/council/figures.ts'
import type { Typical } from './choices.ts'

/** "≈ 9 s · free", "time unknown · ≈ $0.04": what is not known is said. */
export function typicalWords({ durationMs, cost }: Typical): string {
  const isPriced = cost.picoUsd !== null
  if (durationMs === null && !isPriced) return 'time and cost unknown'
  return `${durationMs === null ? 'time unknown' : `≈ ${wholeDuration(durationMs)}`} · ${costWords(cost)}`
}

function costWords({ status, picoUsd }: Typical['cost']): string {
  if (status === 'free') return 'free'
  return picoUsd === null ? 'cost unknown' : `≈ ${usd(BigInt(picoUsd))}`
}

/** A tenth of a second would promise too much. */
function wholeDuration(ms: number): string {
  return duration(Math.max(1, Math.round(ms / 1_000)) * 1_000)
}
