import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { OPERATOR_TENANT } from '../../lib/services/context.ts'
import { seedConversations } from '../many-conversations.ts'
import { type Bench, type Figure, type Row, shown } from '../row.ts'
import { type Running, startProduct } from '../servers.ts'
import { type Spread, spread } from '../stats.ts'

const CONVERSATIONS = 100_000
const LIMIT = 50
const FAR_PAGE = 2_000
const REPEATS = 60

/** Words of the search figures: how often they are in an answer, from one in 10,000 to nearly always. */
const WORDS = { zircon: '0.01 %', quartz: '1 %', basalt: '10 %', granite: '50 %', ba: 'nearly all' }

/** Lists and search as a program sees them, on an embedded database with 100,000 conversations. */
export const conversations: Row = {
  name: 'conversations',
  async run(bench) {
    const dataDir = await mkdtemp(path.join(os.tmpdir(), 'council-many-'))
    await seedConversations({
      ...{ dataDir: path.join(dataDir, 'pglite'), tenantId: OPERATOR_TENANT, count: CONVERSATIONS, now: Date.now() },
      say: bench.say,
    })
    const product = await startProduct({ upstreamUrl: bench.upstream.url, dataDir })
    try {
      return [await listFigure(product, bench), ...(await searchFigures(product, bench))]
    } finally {
      await product.child.stop()
      await rm(dataDir, { recursive: true, force: true })
    }
  },
}

async function listFigure(product: Running, { say }: Bench): Promise<Figure> {
  say(`walking to page ${FAR_PAGE}`)
  const page = (cursor: string | null) =>
    `/api/v1/conversations?limit=${LIMIT}${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`
  let cursor: string | null = null
  for (let i = 1; i < FAR_PAGE; i++) cursor = (await read(product, page(cursor))).body.next_cursor
  const [first, far] = await sideBySide(product, [page(null), page(cursor)])
  const ratio = (far as Spread).median / (first as Spread).median
  return {
    metric: `list page ${FAR_PAGE} / page 1, of ${CONVERSATIONS} conversations`,
    target: '≤ 1.3',
    value: ratio.toFixed(2),
    isMet: ratio <= 1.3,
    note: `GET, p50 ${shown(first as Spread, 1, ' ms')} and ${shown(far as Spread, 1, ' ms')}`,
  }
}

async function searchFigures(product: Running, { say }: Bench): Promise<Figure[]> {
  say('search')
  const words = Object.entries(WORDS)
  const spreads = await sideBySide(
    product,
    words.map(([word]) => `/api/v1/conversations/search?q=${word}`),
  )
  return words.map(([, often], i) => {
    const found = spreads[i] as Spread
    return {
      metric: `search, a word of ${often} answers, p50`,
      target: '≤ 10 ms',
      value: shown(found, 1, ' ms'),
      isMet: found.median <= 10,
      note: `GET over ${2 * CONVERSATIONS} questions and answers`,
    }
  })
}

/** The times of each address, taken in turns so that all see the same machine. */
async function sideBySide(product: Running, addresses: string[]): Promise<Spread[]> {
  const times = addresses.map((): number[] => [])
  for (const address of addresses) await read(product, address)
  for (let i = 0; i < REPEATS; i++) {
    for (const [which, address] of addresses.entries()) times[which]?.push((await read(product, address)).ms)
  }
  return times.map(spread)
}

async function read({ url, headers }: Running, address: string): Promise<{ ms: number; body: Page }> {
  const from = performance.now()
  const response = await fetch(url + address, { headers })
  const body = (await response.json()) as Page
  const ms = performance.now() - from
  if (!response.ok || body.data.length === 0) throw new Error(`${address} answered ${response.status} with nothing`)
  return { ms, body }
}

type Page = { data: unknown[]; next_cursor: string | null }
