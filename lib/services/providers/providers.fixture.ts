import { type ManualClock, manualClock } from '../../adapters/memory/clock.ts'
import type { Log } from '../../ports/log.ts'
import type { ModelInfo } from '../../ports/models.ts'
import type { ProviderCheckStore, ProviderWindow } from '../../ports/provider-checks.ts'
import type { ProbeResult, ProviderProbe } from '../../ports/provider-probe.ts'
import { createProviderWatch, type ProviderWatch, type WatchOptions } from './watch.ts'

/** A watch over providers whose clock, checks and store the test holds. */
export type WatchedProviders = {
  watch: ProviderWatch
  clock: ManualClock
  /** Every question that a check asked. */
  asked: string[]
  /** How the next checks end; a provider without an entry never answers. */
  answers: Map<string, ProbeResult>
  stored: ProviderWindow[]
  /** What the store fails with, while it does. */
  trouble: { error: Error | null }
  logged: string[]
}

export function watchedProviders(
  options: Partial<WatchOptions> & { targets?: ReturnType<ProviderProbe['targets']> } = {},
): WatchedProviders {
  const clock = manualClock()
  const asked: string[] = []
  const answers = new Map<string, ProbeResult>()
  const stored: ProviderWindow[] = []
  const trouble = { error: null as Error | null }
  const logged: string[] = []
  const log: Log = { info: (event) => void logged.push(event), error: (event) => void logged.push(event) }
  const { targets = [], ...rest } = options
  const probe: ProviderProbe = {
    targets: () => targets,
    probe(provider, signal) {
      asked.push(provider)
      const answer = answers.get(provider)
      if (answer) return Promise.resolve(answer)
      return new Promise((resolve) => {
        const unreachable = { ok: false, reason: 'unreachable', latencyMs: null } as const
        signal.addEventListener('abort', () => resolve(unreachable), { once: true })
      })
    },
  }
  const watch = createProviderWatch(
    { clock, log, probe, store: listStore(stored, trouble) },
    { seed: 'seed', maxInFlight: 64, list: () => [], ...rest },
  )
  return { watch, clock, asked, answers, stored, trouble, logged }
}

function listStore(stored: ProviderWindow[], trouble: { error: Error | null }): ProviderCheckStore {
  const check = async () => {
    if (trouble.error) throw trouble.error
  }
  return {
    async add(windows) {
      await check()
      stored.push(...windows)
    },
    async since(at) {
      await check()
      return stored.filter((window) => window.at >= at)
    },
    forget: () => Promise.resolve(0),
  }
}

/** A model of that provider. */
export function modelOf(provider: string, changes: Partial<ModelInfo> = {}): ModelInfo {
  const prices = { contextTokens: null, inputUsdPerMillion: null, outputUsdPerMillion: null }
  return { id: `${provider}/m`, provider, name: 'M', description: 'A model.', demo: false, ...prices, ...changes }
}
