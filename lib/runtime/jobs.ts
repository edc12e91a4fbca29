import 'server-only'
import { modelsDev } from '../adapters/price-feed/models-dev.ts'
import { openRouterPrices } from '../adapters/price-feed/openrouter.ts'
import type { JobKind } from '../ports/jobs.ts'
import type { PriceList } from '../ports/price-list.ts'
import type { Ports } from '../services/context.ts'
import { refreshJob, sendFirstRefresh } from '../services/models/index.ts'
import { providerHistoryJob } from '../services/providers/index.ts'
import { retentionJob } from '../services/retention/index.ts'
import { sendTitleSweep, titleJobs } from '../services/titles/index.ts'
import type { Env } from './env.ts'

/** The first pages of a new start have the database to themselves for so long. */
const BREATH_MS = 1_500
/** The embedded engine makes pg-boss's tables on the main thread, some 0.6 s once, so a run that is going on comes first. */
const WAITS_MAX = 60
const RETRY_MS = 30_000

/** Everything the product does outside of requests. */
function productJobs(ports: Ports, env: Env): JobKind[] {
  const titles = env.TITLE_MODEL === 'off' ? [] : titleJobs(ports, { model: env.TITLE_MODEL ?? null })
  const list = priceList(env)
  const refresh = list ? [refreshJob(ports, list)] : []
  return [...titles, ...refresh, retentionJob(ports, { removedDays: env.RETENTION_DAYS }), providerHistoryJob(ports)]
}

/** Where prices are refreshed from; null where they are not. */
function priceList({ CATALOGUE_REFRESH, OPENROUTER_BASE_URL }: Env): PriceList | null {
  if (CATALOGUE_REFRESH === 'off') return null
  return CATALOGUE_REFRESH === 'openrouter' ? openRouterPrices({ baseUrl: OPENROUTER_BASE_URL }) : modelsDev()
}

/** Starts jobs behind a server that is already there; it serves without them, so a failure is logged and tried again. */
export function startJobsSoon(ports: Ports, env: Env): void {
  const { log, clock } = ports
  let waits = 0
  const attempt = async () => {
    if (ports.engine.liveCount() > 0 && waits++ < WAITS_MAX) return void clock.after(BREATH_MS, attempt)
    try {
      await ports.jobs.start(productJobs(ports, env))
      if (env.TITLE_MODEL !== 'off') await sendTitleSweep(ports)
      const list = priceList(env)
      if (list) await sendFirstRefresh(ports, list)
    } catch (error) {
      log.error('jobs.not_started', error)
      clock.after(RETRY_MS, attempt)
    }
  }
  clock.after(BREATH_MS, attempt)
}
