import type { FailureReason } from '../core/council/types.ts'

/** How a provider was seen: by asking whether it is there, or by the calls of runs. */
export const SIGHTINGS = ['check', 'traffic'] as const
export type Sighting = (typeof SIGHTINGS)[number]

/** Sightings of one provider within five minutes. Times are Unix ms. */
export type ProviderWindow = {
  provider: string
  source: Sighting
  /** When the window begins. */
  at: number
  healthy: number
  unhealthy: number
  /** The last sighting: when, whether it was good, why not, how long the answer or its first token took. */
  seenAt: number
  ok: boolean
  reason: FailureReason | null
  latencyMs: number | null
}

/** How providers were seen working, from every process, for a week. */
export interface ProviderCheckStore {
  /** Adds to what is counted of each window, which is named at most once; the latest sighting stands for it. */
  add(windows: readonly ProviderWindow[]): Promise<void>
  /** Windows that begin at or after `at`, oldest first. */
  since(at: number): Promise<ProviderWindow[]>
  /** Deletes at most `limit` windows that began before `before`; answers how many. */
  forget(before: number, limit: number): Promise<number>
}
