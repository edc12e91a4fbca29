import { DAY_MS } from '../../core/health/windows.ts'
import type { JobKind } from '../../ports/jobs.ts'
import type { Ports } from '../context.ts'

type Needs = Pick<Ports, 'providerChecks' | 'clock' | 'log'>

const KEPT_MS = 7 * DAY_MS
const AT_ONCE = 1_000

/** Forgets every night how providers were seen more than a week ago. */
export function providerHistoryJob({ providerChecks, clock, log }: Needs): JobKind {
  return {
    ...{ name: 'providers.retention', retries: 2, attemptMs: 600_000, atOnce: 1, schedule: '47 3 * * *' },
    async work(_data, signal) {
      const before = clock.now() - KEPT_MS
      let total = 0
      let taken = AT_ONCE
      while (taken === AT_ONCE) {
        signal.throwIfAborted()
        taken = await providerChecks.forget(before, AT_ONCE)
        total += taken
      }
      log.info('providers.retention_done', { windows: total })
    },
  }
}
