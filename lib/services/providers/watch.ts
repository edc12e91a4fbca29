import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import type { ModelInfo } from '../../ports/models.ts'
import type { ProviderCheckStore } from '../../ports/provider-checks.ts'
import type { ProviderProbe } from '../../ports/provider-probe.ts'
import { startChecks } from './checks.ts'
import { createProviderState, type ProviderState } from './provider-state.ts'
import { type ProviderReport, reportBuiltIn, reportOf } from './report.ts'
import { createSightings } from './sightings.ts'

/** What this process knows of its providers. */
export type ProviderWatch = {
  stateOf(provider: string): ProviderState
  /** Every provider that is set up or has a model, by name, the built-in one last. */
  reports(): ProviderReport[]
  /** Calls `listener` when something has changed, until the returned function is called. */
  onChange(listener: () => void): () => void
  /** Begins to check in the background; returns at once. */
  start(): void
  /** Ends checks and everybody's waiting for changes. Calls go on and are counted. */
  end(): void
  /** Aborted by `end`. */
  readonly ended: AbortSignal
  /** Ends, and stores what is not stored yet. */
  close(): Promise<void>
}

export type WatchDeps = { clock: Clock; log: Log; store: ProviderCheckStore; probe: ProviderProbe }

export type WatchOptions = {
  /** Spreads the periods of breakers between processes. */
  seed: string
  /** Calls to one provider at the same time. */
  maxInFlight: number
  /** The models there are now. */
  list(): ModelInfo[]
}

const STORE_MS = 60_000

export function createProviderWatch(deps: WatchDeps, options: WatchOptions): ProviderWatch {
  const { clock, probe } = deps
  const states = new Map<string, ProviderState>()
  const listeners = new Set<() => void>()
  const sightings = createSightings(deps)
  const ending = new AbortController()
  let stopStoring = () => {}

  const onChange = () => {
    for (const listener of listeners) listener()
  }

  function stateOf(provider: string): ProviderState {
    const state = states.get(provider) ?? createProviderState(provider, { ...deps, sightings, onChange }, options)
    states.set(provider, state)
    return state
  }

  function reports(): ProviderReport[] {
    const models = options.list()
    const targets = probe.targets()
    const real = models.filter(({ demo }) => !demo).map(({ provider }) => provider)
    const names = [...new Set([...targets.map(({ provider }) => provider), ...real])].toSorted()
    const built = [...new Set(models.filter(({ demo }) => demo).map(({ provider }) => provider))]
    const now = clock.now()
    return [
      ...names.map((name) =>
        reportOf(stateOf(name), {
          now,
          models: models.filter(({ provider, demo }) => provider === name && !demo).length,
          isChecked: targets.some(({ provider, isAskable }) => provider === name && isAskable),
          windows: sightings.windows(name),
        }),
      ),
      ...built.map((name) => reportBuiltIn(name, models.filter(({ provider }) => provider === name).length)),
    ]
  }

  function storeLater() {
    stopStoring = clock.after(STORE_MS, () => {
      const isDue = sightings.hasNews()
      void (isDue ? sightings.sync(clock.now()) : Promise.resolve()).finally(() => {
        if (!ending.signal.aborted) storeLater()
      })
    })
  }

  /** With demo models alone there is nothing to store and nothing to read. */
  async function afterRound() {
    if (states.size === 0) return
    await sightings.sync(clock.now())
    onChange()
  }

  function end() {
    ending.abort()
    stopStoring()
  }

  return {
    stateOf,
    reports,
    ended: ending.signal,
    end,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    start() {
      storeLater()
      startChecks({ ...deps, stateOf, signal: ending.signal, afterRound })
    },
    async close() {
      end()
      await afterRound()
    },
  }
}
