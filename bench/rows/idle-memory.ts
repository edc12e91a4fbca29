import { setTimeout } from 'node:timers/promises'
import { type Bench, type Row, shown } from '../row.ts'
import { type Running, startBareNext, startNodeCouncil } from '../servers.ts'
import { median, spread } from '../stats.ts'
import { ask } from '../trace.ts'
import { openIdle } from '../viewer.ts'

const STREAMS = 1_000
const SETTLE_MS = 3_000

/** Memory of a viewer who waits: a thousand of them on one run that thinks. */
export const idleMemory: Row = {
  name: 'idle-memory',
  async run(bench) {
    await bench.upstream.script([{ contains: '[idle]', physics: { ttft: 3_600_000, comments: 2_000 } }])
    const bareNext = await startBareNext(bench.upstream.url)
    const node = await startNodeCouncil('sdk', bench.upstream.url)
    const results = { product: [] as number[], bareNext: [] as number[], node: [] as number[] }
    try {
      for (let i = 0; i < Math.min(3, bench.rounds); i++) {
        bench.say(`idle streams, round ${i + 1}`)
        results.product.push(await productRound(bench))
        results.bareNext.push(await kbPerStream(bareNext, '/idle'))
        results.node.push(await kbPerStream(node, '/idle'))
      }
    } finally {
      await bench.upstream.script([])
      await Promise.all([bareNext.child.stop(), node.child.stop()])
    }
    const ratio = spread(results.product.map((kb, i) => kb / (results.bareNext[i] as number)))
    const kb = (name: keyof typeof results) => `${median(results[name]).toFixed(0)} kB`
    return [
      {
        metric: `memory per idle stream / bare Next route, ${STREAMS} streams`,
        target: '≤ 1.5',
        value: shown(ratio, 2),
        isMet: ratio.median <= 1.5,
        note: `product ${kb('product')}, bare Next ${kb('bareNext')}, node:http ${kb('node')} each`,
      },
    ]
  },
}

async function productRound({ product }: Bench): Promise<number> {
  const runId = await ask(product, 'Think long. [idle]')
  const kb = await kbPerStream(product, `/api/v1/runs/${runId}/events`)
  await fetch(`${product.url}/api/v1/runs/${runId}/cancel`, { method: 'POST', headers: product.headers })
  return kb
}

async function kbPerStream(server: Running, path: string): Promise<number> {
  // A first hundred, closed again, so that lazily loaded code and grown pools are not charged to the streams.
  const warmUp = await openIdle(server.url + path, 100, server.headers)
  warmUp()
  await setTimeout(SETTLE_MS)
  const before = server.child.rssKb()
  const close = await openIdle(server.url + path, STREAMS, server.headers)
  await setTimeout(SETTLE_MS)
  const after = server.child.rssKb()
  close()
  return (after - before) / STREAMS
}
