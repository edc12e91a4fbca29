import { DAY_MS, type Window, windowOf } from '../../core/health/windows.ts'
import type { Log } from '../../ports/log.ts'
import type { ProviderCheckStore, ProviderWindow } from '../../ports/provider-checks.ts'

/** One look at a provider: `isHealthy` as it counts for its availability. */
export type Look = Pick<ProviderWindow, 'provider' | 'source' | 'reason' | 'latencyMs'> & {
  isHealthy: boolean
  at: number
}

/** How providers were seen: in memory at once, in the store a little later, together with what other processes saw. */
export type Sightings = {
  add(look: Look): void
  /** The last day of a provider as far as this process knows. */
  windows(provider: string): Window[]
  /** Stores what is new and reads what others have seen. What cannot be stored now is kept for the next time. */
  sync(now: number): Promise<void>
  hasNews(): boolean
}

export function createSightings(deps: { store: ProviderCheckStore; log: Log }): Sightings {
  let stored: ProviderWindow[] = []
  let news = new Map<string, ProviderWindow>()
  /** On its way to the store. */
  let leaving: ProviderWindow[] = []
  let syncing = Promise.resolve()

  async function syncOnce(now: number) {
    leaving = [...news.values()]
    news = new Map()
    try {
      await deps.store.add(leaving)
    } catch (error) {
      for (const window of leaving) merge(news, window)
      leaving = []
      deps.log.error('providers.not_stored', error)
    }
    try {
      stored = await deps.store.since(windowOf(now - DAY_MS))
    } catch (error) {
      // what was stored a moment ago must not be missing until it can be read
      stored = [...stored, ...leaving]
      deps.log.error('providers.not_read', error)
    }
    leaving = []
  }

  return {
    add(look) {
      const { isHealthy, at, ...rest } = look
      const counts = { healthy: isHealthy ? 1 : 0, unhealthy: isHealthy ? 0 : 1 }
      merge(news, { ...rest, ...counts, at: windowOf(at), seenAt: at, ok: isHealthy })
    },
    windows: (provider) => [...stored, ...leaving, ...news.values()].filter((window) => window.provider === provider),
    sync: (now) => (syncing = syncing.then(() => syncOnce(now))),
    hasNews: () => news.size > 0,
  }
}

function merge(into: Map<string, ProviderWindow>, window: ProviderWindow): void {
  const known = into.get(keyOf(window))
  if (!known) return void into.set(keyOf(window), window)
  const last = window.seenAt >= known.seenAt ? window : known
  const healthy = known.healthy + window.healthy
  const unhealthy = known.unhealthy + window.unhealthy
  into.set(keyOf(window), { ...last, healthy, unhealthy })
}

function keyOf({ provider, source, at }: ProviderWindow): string {
  return `${at}/${source}/${provider}`
}
