import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import type { ProviderProbe } from '../../ports/provider-probe.ts'
import type { ProviderState } from './provider-state.ts'

/** A start has other things to do first. */
const FIRST_MS = 3_000
export const CHECK_EVERY_MS = 300_000
const PATIENCE_MS = 5_000

type Deps = {
  clock: Clock
  log: Log
  probe: ProviderProbe
  stateOf(provider: string): ProviderState
  /** Ends the checks. */
  signal: AbortSignal
  afterRound(): Promise<void>
}

/** Asks every provider that can be asked, every five minutes, unless calls have told meanwhile. Nobody waits for it. */
export function startChecks(deps: Deps): void {
  const { clock, log, signal } = deps
  let cancel = clock.after(FIRST_MS, round)
  signal.addEventListener('abort', () => cancel(), { once: true })

  function round() {
    checkAll(deps)
      .then(() => (signal.aborted ? undefined : deps.afterRound()))
      .catch((error) => log.error('providers.check_failed', error))
      .finally(() => {
        if (!signal.aborted) cancel = clock.after(CHECK_EVERY_MS, round)
      })
  }
}

async function checkAll(deps: Deps): Promise<void> {
  const askable = deps.probe.targets().filter(({ isAskable }) => isAskable)
  const due = askable.map(({ provider }) => deps.stateOf(provider)).filter((state) => !hasTold(state, deps.clock.now()))
  await Promise.all(due.map((state) => check(deps, state)))
}

/** Whether the calls of the last five minutes say all that a check could. */
function hasTold(state: ProviderState, now: number): boolean {
  const sign = state.traffic()
  return sign !== null && now - sign.at < CHECK_EVERY_MS
}

async function check({ clock, probe, signal }: Deps, state: ProviderState): Promise<void> {
  const patience = new AbortController()
  const cancel = clock.after(PATIENCE_MS, () => patience.abort())
  const result = await probe.probe(state.provider, AbortSignal.any([signal, patience.signal]))
  cancel()
  // what was cut short by a shutdown says nothing
  if (!signal.aborted) state.checked(result)
}
