import { setTimeout } from 'node:timers/promises'
import { startScript } from '../child.ts'
import { type Seen, type Viewing, viewingOf, viewingRaw } from '../live-streams.ts'
import type { Bench, Figure, Row } from '../row.ts'
import { tokenDelaysMs } from '../spans.ts'
import { median, quantile } from '../stats.ts'
import type { LogEntry } from '../upstream/log.ts'

/** Runs at once, each with four streams. */
const STEPS = [32, 64, 128, 192]
const LIMIT_MS = 250
const GAP_MS = 20
const TTFT_MS = 400
const TOKENS = 300
/** Runs begin one after another, so that beginning is not what is measured. */
const APART_MS = 15
/** An upstream that sends later than this does not send fifty tokens a second. */
const LATE_MS = 100
const MAX_ROUNDS = 2

type Step = { runs: number; p99: number; upstreamLateMs: number }
type Side = { name: string; view: Viewing; steps: Step[][] }

/** How many runs one process can keep alive, each stream at fifty tokens a second, until the slowest hundredth waits too long. */
export const liveRuns: Row = {
  name: 'live-runs',
  async run(bench) {
    const raw = await startScript('controls/pass-through.ts', [`${bench.upstream.url}/v1`])
    const sides: Side[] = [
      { name: 'product', view: viewingOf(bench.product), steps: [] },
      { name: 'pass-through', view: viewingRaw(raw.url), steps: [] },
    ]
    await bench.upstream.script([{ contains: '[live]', physics: { ttft: TTFT_MS, gap: GAP_MS, n: TOKENS } }])
    try {
      for (let i = 0; i < Math.min(MAX_ROUNDS, bench.rounds); i++) await climb(bench, sides, i)
    } finally {
      await bench.upstream.script([])
      await raw.stop()
    }
    return figuresOf(sides)
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

function isOver({ p99, upstreamLateMs }: Step): boolean {
  return p99 >= LIMIT_MS || upstreamLateMs > LATE_MS
}

async function measure(bench: Bench, view: Viewing, runs: number): Promise<Step> {
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
  return {
    p99: quantile(
      delays.map(({ delayMs }) => delayMs),
      0.99,
    ),
    upstreamLateMs: quantile(late, 0.99),
  }
}

/** Where p99 crosses the limit, between two steps as on a straight line; the last step where it never does. */
function capacityOf(steps: Step[]): number {
  const over = steps.findIndex(isOver)
  if (over < 0) return steps.at(-1)?.runs ?? 0
  const { runs, p99 } = steps[over] as Step
  const below = steps[over - 1] ?? { runs: 0, p99: 0 }
  // Where the upstream gave up first, what was reached stands.
  if (p99 < LIMIT_MS) return below.runs
  return below.runs + ((runs - below.runs) * (LIMIT_MS - below.p99)) / (p99 - below.p99)
}

function figuresOf([product, raw]: Side[]): Figure[] {
  const capacity = (side: Side | undefined) => median((side?.steps ?? []).map(capacityOf))
  const ratio = capacity(product) / capacity(raw)
  const isBounded = raw?.steps.every((steps) => steps.some(({ p99 }) => p99 >= LIMIT_MS)) ?? false
  const told = (side: Side | undefined) =>
    (side?.steps ?? [])
      .map((steps) => steps.map(({ runs, p99 }) => `${runs}: ${p99.toFixed(0)} ms`).join(', '))
      .join(' / ')
  return [
    {
      metric: 'live runs in one process, four streams of 50 tokens/s each, p99 added < 250 ms / raw pass-through',
      target: '≥ 0.7',
      value: `${isBounded ? '' : '≤ '}${ratio.toFixed(2)} (${capacity(product).toFixed(0)} / ${isBounded ? '' : '≥ '}${capacity(raw).toFixed(0)} runs)`,
      // A control that never got slow says only how little the ratio can be.
      isMet: isBounded || ratio < 0.7 ? ratio >= 0.7 : null,
      note: `p99 by runs at once: product ${told(product)}; pass-through ${told(raw)}`,
    },
  ]
}
