import type { Ports } from '../context.ts'
import type { ProviderReport } from './report.ts'

type Needs = Pick<Ports, 'providers' | 'clock'>

/** The providers at one moment, Unix ms. */
export type ProvidersSnapshot = { at: number; providers: ProviderReport[] }

const AT_MOST_MS = 1_000
/** Time alone changes things too: a breaker's period ends, a sign grows old. */
const LOOK_MS = 10_000

/** The providers at once, and anew whenever something has changed, at most once a second, until `signal` or the shutdown. */
export async function* tailProviders(ports: Needs, signal: AbortSignal): AsyncGenerator<ProvidersSnapshot> {
  const { providers, clock } = ports
  const over = AbortSignal.any([signal, providers.ended])
  let shown = ''
  while (!over.aborted) {
    const snapshot = { at: clock.now(), providers: providers.reports() }
    const text = JSON.stringify(snapshot.providers)
    // listened for before it is shown, so that no change falls between
    const change = nextChange(ports, over)
    if (text !== shown) yield snapshot
    shown = text
    await change.happened
    await pause(clock, snapshot.at + AT_MOST_MS - clock.now(), over)
  }
}

/** Resolves at the next change, after ten seconds without one, or when it is over. */
function nextChange({ providers, clock }: Needs, over: AbortSignal): { happened: Promise<void> } {
  const { promise: happened, resolve } = Promise.withResolvers<void>()
  const finish = () => {
    forget()
    cancel()
    over.removeEventListener('abort', finish)
    resolve()
  }
  const forget = providers.onChange(finish)
  const cancel = clock.after(LOOK_MS, finish)
  over.addEventListener('abort', finish, { once: true })
  return { happened }
}

function pause(clock: Ports['clock'], ms: number, over: AbortSignal): Promise<void> {
  if (ms <= 0 || over.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const finish = () => {
      cancel()
      over.removeEventListener('abort', finish)
      resolve()
    }
    const cancel = clock.after(ms, finish)
    over.addEventListener('abort', finish, { once: true })
  })
}
