import { type Figure, type Row, shown } from '../row.ts'
import { spread } from '../stats.ts'
import { runOnce } from '../trace.ts'
import { watch } from '../viewer.ts'

/** What a run costs on the wire, live at 50 tokens a second and when it is opened again. */
export const bytes: Row = {
  name: 'bytes',
  async run(bench) {
    bench.say('bytes on the wire')
    const { product } = bench
    const count = Math.min(3, bench.rounds)
    const traces = await Promise.all(Array.from({ length: count }, () => runOnce(product, bench.tag())))
    const live: number[] = []
    const replay: number[] = []
    for (const trace of traces) {
      const text = await textBytes(bench.upstream.log(trace.tag))
      const again = await watch(`${product.url}/api/v1/runs/${trace.runId}/events`, product.headers)
      live.push(trace.bytes / text)
      replay.push(again.bytes / text)
    }
    return [
      figure('bytes on the wire / bytes of text, live', 3, live),
      figure('bytes on the wire / bytes of text, replay', 1.2, replay),
    ]
  },
}

/** All text the models wrote: answers, ballots and verdict. Tokens of the fake are four bytes on average. */
async function textBytes(log: Promise<{ textBytes: number }[]>): Promise<number> {
  return (await log).reduce((sum, entry) => sum + entry.textBytes, 0)
}

function figure(metric: string, limit: number, ratios: number[]): Figure {
  const value = spread(ratios)
  const note = 'uncompressed, with headers and chunk framing; text is answers, ballots and verdict'
  return { metric, target: `≤ ${limit}`, value: shown(value, 2), isMet: value.median <= limit, note }
}
