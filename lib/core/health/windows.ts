/** How often a provider was seen working, and how often not. */
export type Counts = { healthy: number; unhealthy: number }

/** Counts of the time from `at` (Unix ms) on. */
export type Window = Counts & { at: number }

/** Sightings are counted in windows of five minutes. */
export const WINDOW_MS = 300_000
export const DAY_MS = 86_400_000
/** A day is shown as half hours. */
export const SHOWN_MS = 1_800_000

/** When the window of that moment begins. */
export function windowOf(at: number): number {
  return at - (at % WINDOW_MS)
}

/** All counts from `since` on; `share` is the healthy part, null where nothing was seen. */
export function availabilityOf(windows: readonly Window[], since: number): Counts & { share: number | null } {
  const { healthy, unhealthy } = sum(windows.filter(({ at }) => at >= since))
  const total = healthy + unhealthy
  return { healthy, unhealthy, share: total === 0 ? null : healthy / total }
}

/** The last day in half hours that hold something, oldest first. */
export function historyOf(windows: readonly Window[], now: number): Window[] {
  const first = now - (now % SHOWN_MS) - DAY_MS + SHOWN_MS
  const shown = windows.filter(({ at, healthy, unhealthy }) => at >= first && healthy + unhealthy > 0)
  const groups = Map.groupBy(shown, ({ at }) => at - (at % SHOWN_MS))
  return [...groups].map(([at, group]) => ({ at, ...sum(group) })).toSorted((a, b) => a.at - b.at)
}

function sum(windows: readonly Counts[]): Counts {
  return windows.reduce<Counts>(
    (total, { healthy, unhealthy }) => ({
      healthy: total.healthy + healthy,
      unhealthy: total.unhealthy + unhealthy,
    }),
    { healthy: 0, unhealthy: 0 },
  )
}
