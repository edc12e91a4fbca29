import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { ROOT, startChild } from '../child.ts'
import { type Row, shown } from '../row.ts'
import { spread } from '../stats.ts'

type Measured = { chars: number; step: number; rounds: number[][] }

/** What it costs to show a growing answer: its last tenth against its first. React and our renderer in one process, no layout. */
export const render: Row = {
  name: 'render',
  async run({ say }) {
    say('a growing answer')
    const vitest = path.join(ROOT, 'node_modules/vitest/vitest.mjs')
    const child = startChild([vitest, 'run', '--project', 'render'], { NODE_ENV: 'production' })
    await child.ended
    const file = path.join(ROOT, 'bench/results/render.json')
    const { chars, step, rounds } = JSON.parse(await readFile(file, 'utf8')) as Measured
    const ratio = spread(rounds.map((tenths) => (tenths.at(-1) ?? 0) / (tenths[0] ?? 0)))
    const frames = chars / 10 / step
    const perFrame = (tenth: number) =>
      spread(rounds.map((tenths) => (tenths.at(tenth) ?? 0) / frames)).median.toFixed(2)
    return [
      {
        metric: 'render cost of a growing answer, last tenth / first tenth',
        target: '≤ 1.5',
        value: shown(ratio, 2),
        isMet: ratio.median <= 1.5,
        note: `${chars} characters, ${step} a frame: ${perFrame(0)} ms a frame at first, ${perFrame(-1)} ms at last`,
      },
    ]
  },
}
