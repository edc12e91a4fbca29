import { setTimeout } from 'node:timers/promises'
import { capacityOf, hasLimit, isOver, type Step } from '../capacity.ts'
import { startScript } from '../child.ts'
import { type Seen, type Viewing, viewingOf, viewingRaw } from '../live-streams.ts'
import { type Bench, type Figure, type Row, shown } from '../row.ts'
import { tokenDelaysMs } from '../spans.ts'
import { quantile, spread } from '../stats.ts'
import type { LogEntry } from '../upstream/log.ts'

/** Runs at once, each with four streams. */
const STEPS = [32, 64, 128, 192]
const GAP_MS = 20
const TTFT_MS = 400
/** How long all runs of a step are live together. */
const TOGETHER_MS = 4_000
/** Runs begin one after another, so that beginning is not what is measured. */
const APART_MS = 25
const MAX_ROUNDS = 2

type Side = { name: string; view: Viewing; steps: Step[][] }

/** How many runs one process can keep alive, each stream at fifty tokens a second, until the slowest hundredth waits too long. */
export const liveRuns: Row = {
  name: 'live-runs',
  async run(bench) {
    const raw = await startScript('controls/pass-through.ts', [`${bench.upstream.url}/v1`])
    const product: Side = { name: 'product', view: viewingOf(bench.product), steps: [] }
    const control: Side = { name: 'pass-through', view: viewingRaw(raw.url), steps: [] }
    try {
      for (let i = 0; i < Math.min(MAX_ROUNDS, bench.rounds); i++) await climb(bench, [product, control], i)
    } finally {
      await bench.upstream.script([])
      await raw.stop()
    }
    return figuresOf(product, control)
  },
}

/** One round: both sides step by step in turns, each until it is too slow or the upstream is. */
async function climb(bench: Bench, sides: Side[], round: number): Promise<void> {
  for (const side of sides) side.steps.push([])
  for (const runs of STEPS) {
    for (const side of round % 2 === 0 ? sides : sides.toReversed()) {
      const steps = side.steps[round] as Step[]
      if (steps.some(isOver)) continue
      const step = await measure(bench, side.view, runs)
      bench.say(
        `${runs} live runs, ${side.name}: p99 ${step.p99.toFixed(0)} ms (upstream late by ${step.upstreamLateMs.toFixed(0)} ms)`,
      )
      steps.push(step)
    }
  }
}

async function measure(bench: Bench, view: Viewing, runs: number): Promise<Step> {
  const n = Math.ceil((runs * APART_MS + TOGETHER_MS) / GAP_MS)
  await bench.upstream.script([{ contains: '[live]', physics: { ttft: TTFT_MS, gap: GAP_MS, n } }])
  const viewings: Promise<Seen>[] = []
  for (let i = 0; i < runs; i++) {
    const tag = bench.tag()
    viewings.push(view(`What makes a council wise? [live] [tag:${tag}]`, tag))
    await setTimeout(APART_MS)
  }
  const seen = await Promise.all(viewings)
  const logs = await Promise.all(
    seen.map(async ({ tag }) => (await bench.upstream.log(tag)).filter((entry) => !entry.structured)),
  )
  return { runs, ...delaysOf(seen, logs) }
}

/** Delays of the tokens that were sent while every run was live. */
function delaysOf(seen: Seen[], logs: LogEntry[][]): Omit<Step, 'runs'> {
  const all = logs.flat()
  const from = Math.max(...all.map((entry) => entry.t0 + (entry.sentAt[0] ?? 0)))
  const to = Math.min(...all.map((entry) => entry.t0 + (entry.sentAt.at(-1) ?? 0)))
  const delays = seen.flatMap(({ growths, leftAt }, i) =>
    growths.flatMap((growth) => {
      const entry = logs[i]?.find((one) => growth.model.endsWith(one.model))
      return entry
        ? tokenDelaysMs(growth.points, entry, leftAt).filter(({ sentAt }) => sentAt >= from && sentAt <= to)
        : []
    }),
  )
  const late = all.flatMap(({ sentAt }) => sentAt.map((at, i) => at - TTFT_MS - i * GAP_MS))
  const waits = delays.map(({ delayMs }) => delayMs)
  // No such token: the first had ended before the last began, so they were never live together.
  return {
    p99: waits.length > 0 ? quantile(waits, 0.99) : Number.POSITIVE_INFINITY,
    upstreamLateMs: quantile(late, 0.99),
  }
}

function figuresOf(product: Side, raw: Side): Figure[] {
  const rounds = product.steps.map((steps, i) => {
    const control = raw.steps[i] ?? []
    return { ours: capacityOf(steps), theirs: capacityOf(control), isBounded: hasLimit(control) }
  })
  const ratio = spread(rounds.map(({ ours, theirs }) => ours / theirs))
  const isBounded = rounds.every((round) => round.isBounded)
  const told = ({ name, steps }: Side) =>
    `${name} ${steps.map((one) => one.map(({ runs, p99 }) => `${runs}: ${p99.toFixed(0)} ms`).join(', ')).join(' / ')}`
  return [
    {
      metric: 'live runs in one process, p99 added < 250 ms / raw pass-through',
      target: '≥ 0.7',
      value: `${isBounded ? '' : 'at most '}${shown(ratio, 2)}`,
      // A control that never got too slow says only how little the ratio can be.
      isMet: isBounded || ratio.median < 0.7 ? ratio.median >= 0.7 : null,
      note: `four streams of 50 tokens/s a run; p99 by runs at once: ${told(product)}; ${told(raw)}`,
    },
  ]
}
