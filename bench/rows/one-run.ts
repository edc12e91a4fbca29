import { quietRounds } from '../noise.ts'
import { type Bench, type Figure, type Row, shown } from '../row.ts'
import { type Running, startNodeCouncil } from '../servers.ts'
import { criticalPathMs, delaysMs, gapsMs, spansOf } from '../spans.ts'
import { median, quantile, spread } from '../stats.ts'
import { runOnce, type Trace } from '../trace.ts'

type Measured = ReturnType<typeof measuredOf>

/** One council at a time, alone on the server: what the product adds to the models' own time. */
export const oneRun: Row = {
  name: 'one-run',
  async run(bench) {
    const control = await startNodeCouncil('sdk', bench.upstream.url)
    try {
      await Promise.all([runRound(bench, bench.product), runRound(bench, control)])
      const { kept, voided } = await quietRounds(bench.noise, bench.rounds, async (i) => {
        bench.say(`one run, round ${i + 1}`)
        return { product: await runRound(bench, bench.product), control: await runRound(bench, control) }
      })
      return figuresOf(kept, voided)
    } finally {
      await control.child.stop()
    }
  },
}

async function runRound(bench: Bench, server: Running): Promise<Measured> {
  const tag = bench.tag()
  const trace = await runOnce(server, tag)
  return measuredOf(trace, spansOf(await bench.upstream.log(tag)))
}

function measuredOf(trace: Trace, spans: ReturnType<typeof spansOf>) {
  if (trace.end !== 'run.completed') throw new Error(`run ${trace.runId} ended with ${trace.end}`)
  const cp = criticalPathMs(spans)
  return { ratio: (trace.endedAt - trace.postedAt) / cp, gaps: gapsMs(trace, spans), delays: delaysMs(trace, spans) }
}

function figuresOf(rounds: { product: Measured; control: Measured }[], voided: number[]): Figure[] {
  const ours = rounds.map((round) => round.product)
  const theirs = rounds.map((round) => round.control)
  const ratio = spread(ours.map((round) => round.ratio))
  const void_ = voided.length > 0 ? `; void rounds: ${voided.map((i) => i + 1).join(', ')}` : ''
  const first = ours.flatMap((round) => round.delays.first)
  const later = ours.flatMap((round) => round.delays.later)
  const theirLater = theirs.flatMap((round) => round.delays.later)
  const theirFirst = theirs.flatMap((round) => round.delays.first)
  const gap = (name: keyof Measured['gaps']): Figure => {
    const p95 = quantile(
      ours.map((round) => round.gaps[name]),
      0.95,
    )
    const control = quantile(
      theirs.map((round) => round.gaps[name]),
      0.95,
    )
    return {
      metric: `gap: ${GAPS[name]}, p95`,
      target: '≤ 40 ms',
      value: `${p95.toFixed(1)} ms`,
      isMet: p95 <= 40,
      note: `plain Node council ${control.toFixed(1)} ms`,
    }
  }
  return [
    {
      metric: 'wall / critical path, one run',
      target: '≤ 1.02',
      value: shown(ratio, 4),
      isMet: ratio.median <= 1.02,
      note: `plain Node council ${shown(spread(theirs.map((round) => round.ratio)), 4)}${void_}`,
    },
    gap('admission'),
    gap('review'),
    gap('verdict'),
    gap('final'),
    {
      metric: 'added delay of a first token, p50 / p99',
      target: '≤ 5 / 25 ms',
      value: `${median(first).toFixed(1)} / ${quantile(first, 0.99).toFixed(1)} ms (n=${first.length})`,
      isMet: median(first) <= 5 && quantile(first, 0.99) <= 25,
      note: `plain Node council ${median(theirFirst).toFixed(1)} / ${quantile(theirFirst, 0.99).toFixed(1)} ms`,
    },
    {
      metric: 'added delay of later tokens, p50 / p95',
      target: '≤ 60 ms p95',
      value: `${median(later).toFixed(1)} / ${quantile(later, 0.95).toFixed(1)} ms (n=${later.length})`,
      isMet: quantile(later, 0.95) <= 60,
      note: `one frame per 50 ms is chosen; plain Node council ${quantile(theirLater, 0.95).toFixed(1)} ms p95, a frame per token`,
    },
  ]
}

const GAPS = {
  admission: 'question sent → last member asked',
  review: 'last answer → last reviewer asked',
  verdict: 'last review → chairman asked',
  final: 'last word of the verdict → end shown',
}
