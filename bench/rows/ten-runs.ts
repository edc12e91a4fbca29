import { quietRounds } from '../noise.ts'
import { type Bench, type Figure, type Row, shown } from '../row.ts'
import { type Running, startBareNext, startNodeCouncil } from '../servers.ts'
import { criticalPathMs, spansOf } from '../spans.ts'
import { median, spread } from '../stats.ts'
import { runOnce } from '../trace.ts'

const AT_ONCE = 10

type Measured = { ratio: number; cpuUsPerToken: number }

/** Ten councils at once, each with its viewer: what a token costs, against the same calls with nothing around them. */
export const tenRuns: Row = {
  name: 'ten-runs',
  async run(bench) {
    const bareNext = await startBareNext(bench.upstream.url)
    const sdk = await startNodeCouncil('sdk', bench.upstream.url)
    const undici = await startNodeCouncil('undici', bench.upstream.url)
    const servers = { product: bench.product, bareNext, sdk, undici }
    try {
      // Together, only to warm them all.
      await Promise.all(Object.values(servers).map((server) => runOnce(server, bench.tag())))
      const { kept, voided } = await quietRounds(bench.noise, bench.rounds, async (i) => {
        bench.say(`ten runs at once, round ${i + 1}`)
        const round: Partial<Record<keyof typeof servers, Measured>> = {}
        for (const name of ['product', 'bareNext', 'sdk', 'undici'] as const) {
          round[name] = await measure(bench, servers[name])
        }
        return round as Record<keyof typeof servers, Measured>
      })
      return figuresOf(kept, voided)
    } finally {
      await Promise.all([bareNext, sdk, undici].map((server) => server.child.stop()))
    }
  },
}

async function measure(bench: Bench, server: Running): Promise<Measured> {
  const tags = Array.from({ length: AT_ONCE }, () => bench.tag())
  const cpuBefore = server.child.cpuMs()
  const traces = await Promise.all(tags.map((tag) => runOnce(server, tag)))
  const cpuMs = server.child.cpuMs() - cpuBefore
  const logs = await Promise.all(tags.map((tag) => bench.upstream.log(tag)))
  const tokens = logs.flat().reduce((sum, entry) => sum + entry.tokens, 0)
  const ratios = traces.map((trace, i) => (trace.endedAt - trace.postedAt) / criticalPathMs(spansOf(logs[i] ?? [])))
  return { ratio: median(ratios), cpuUsPerToken: (cpuMs * 1000) / tokens }
}

function figuresOf(rounds: Record<'product' | 'bareNext' | 'sdk' | 'undici', Measured>[], voided: number[]): Figure[] {
  const ratio = spread(rounds.map((round) => round.product.ratio))
  const cpu = spread(rounds.map((round) => round.product.cpuUsPerToken / round.bareNext.cpuUsPerToken))
  const perToken = (name: 'product' | 'bareNext' | 'sdk' | 'undici') =>
    `${median(rounds.map((round) => round[name].cpuUsPerToken)).toFixed(0)} µs`
  const void_ = voided.length > 0 ? `; void rounds: ${voided.map((i) => i + 1).join(', ')}` : ''
  return [
    {
      metric: 'wall / critical path, ten at once',
      target: '≤ 1.05',
      value: shown(ratio, 4),
      isMet: ratio.median <= 1.05,
      note: `bare Next ${shown(spread(rounds.map((round) => round.bareNext.ratio)), 4)}${void_}`,
    },
    {
      metric: 'CPU per token to one viewer / (SDK + bare Next SSE)',
      target: '≤ 1.3',
      value: shown(cpu, 2),
      isMet: cpu.median <= 1.3,
      note: `product ${perToken('product')}, bare Next + SDK ${perToken('bareNext')}, Node + SDK ${perToken('sdk')}, Node + undici ${perToken('undici')}`,
    },
  ]
}
