import { mean } from '../stats/mean.ts'

/** First tokens as they came, oldest first. */
export type Samples = readonly { at: number; ms: number }[]

/** Null where nothing was measured. */
export type Latency = { count: number; meanMs: number | null; p50Ms: number | null; p95Ms: number | null }

const SAMPLES_MAX = 200
const SAMPLES_MS = 3_600_000

/** The newest 200 of the last hour. */
export function withSample(samples: Samples, sample: Samples[number]): Samples {
  return [...samples, sample].slice(-SAMPLES_MAX)
}

/** Mean and percentiles (nearest rank: Hyndman and Fan 1996, type 1) of the last hour's samples. */
export function latencyAt(samples: Samples, now: number): Latency {
  const sorted = samples
    .filter(({ at }) => at > now - SAMPLES_MS)
    .map(({ ms }) => ms)
    .toSorted((a, b) => a - b)
  const average = mean(sorted)
  return {
    count: sorted.length,
    meanMs: average === null ? null : Math.round(average),
    p50Ms: nearestRank(sorted, 0.5),
    p95Ms: nearestRank(sorted, 0.95),
  }
}

function nearestRank(sorted: readonly number[], share: number): number | null {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null
}
