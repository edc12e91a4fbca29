import { type Row, shown } from '../row.ts'
import { startProduct } from '../servers.ts'
import { spread } from '../stats.ts'

/** Process start to the first good answer of /health and /ready, on the data the other rows have left. */
export const start: Row = {
  name: 'start',
  async run(bench) {
    await bench.product.child.stop()
    const cpu: number[] = []
    const times = { '/health': [] as number[], '/ready': [] as number[] }
    for (let i = 0; i < Math.min(5, bench.rounds); i++) {
      bench.say(`start to healthy, round ${i + 1}`)
      for (const probe of ['/health', '/ready'] as const) {
        const from = performance.now()
        const again = await startProduct({ upstreamUrl: bench.upstream.url, dataDir: bench.dataDir, probe })
        times[probe].push((performance.now() - from) / 1000)
        cpu.push(again.child.cpuMs() / 1000)
        await again.child.stop()
      }
    }
    bench.product = await startProduct({ upstreamUrl: bench.upstream.url, dataDir: bench.dataDir })
    const health = spread(times['/health'])
    const ready = spread(times['/ready'])
    return [
      {
        metric: 'start to healthy on existing data',
        target: '≤ 2 s',
        value: shown(health, 2, ' s'),
        isMet: health.median <= 2,
        note: `to /ready ${shown(ready, 2, ' s')}; CPU time ${shown(spread(cpu), 2, ' s')}; an existing build, served as npm start does`,
      },
    ]
  },
}
