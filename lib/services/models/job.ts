import type { JobKind } from '../../ports/jobs.ts'
import { type PriceList, PriceListError } from '../../ports/price-list.ts'
import type { Ports } from '../context.ts'
import { notePrices } from './prices.ts'

type Needs = Pick<Ports, 'models' | 'catalogue' | 'clock' | 'log' | 'jobs'>

const REFRESH = 'catalogue.refresh'

/** Asks a list on the network once a day what models cost. Whatever fails leaves what was there, and is shown as the last try. */
export function refreshJob(ports: Needs, list: PriceList): JobKind {
  return {
    ...{ name: REFRESH, retries: 0, attemptMs: 60_000, atOnce: 1, schedule: '41 4 * * *' },
    work: (_data, signal) => refreshPrices(ports, list, signal),
  }
}

/** Has prices refreshed where that was never tried: a new installation need not wait for the night. */
export async function sendFirstRefresh(ports: Needs, { source }: PriceList): Promise<void> {
  if (!hasAnythingToAsk(ports)) return
  const { refreshes } = await ports.catalogue.read()
  if (refreshes.some((refresh) => refresh.source === source)) return
  await ports.jobs.send({ kind: REFRESH, key: 'first', data: {} })
}

/** With the built-in models and one's own machines alone nobody is asked what they cost. */
function hasAnythingToAsk({ models }: Needs): boolean {
  return models.list().some((model) => !model.demo && !model.local)
}

async function refreshPrices(ports: Needs, list: PriceList, signal: AbortSignal): Promise<void> {
  const { source } = list
  const models = ports.models.list()
  if (!hasAnythingToAsk(ports)) return
  try {
    const known = await notePrices(ports, list, { models, signal })
    await ports.catalogue.asked(source, null, ports.clock.now())
    ports.log.info('catalogue.refreshed', { source, models: known })
  } catch (error) {
    if (!(error instanceof PriceListError)) throw error
    await ports.catalogue.asked(source, error.failure, ports.clock.now())
    ports.log.info('catalogue.not_refreshed', { source, failure: error.failure })
  }
}
