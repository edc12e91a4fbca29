import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT, startScript } from './child.ts'
import { createNoise } from './noise.ts'
import { machine, table, writeInto } from './report.ts'
import type { Bench, Figure, Row } from './row.ts'
import { bytes } from './rows/bytes.ts'
import { conversations } from './rows/conversations.ts'
import { elsewhere } from './rows/elsewhere.ts'
import { idleMemory } from './rows/idle-memory.ts'
import { liveRuns } from './rows/live-runs.ts'
import { oneRun } from './rows/one-run.ts'
import { pageSize } from './rows/page-size.ts'
import { render } from './rows/render.ts'
import { scroll } from './rows/scroll.ts'
import { start } from './rows/start.ts'
import { tenRuns } from './rows/ten-runs.ts'
import { startProduct } from './servers.ts'
import type { LogEntry } from './upstream/log.ts'

const ROWS: Row[] = [
  oneRun,
  tenRuns,
  liveRuns,
  bytes,
  idleMemory,
  pageSize,
  conversations,
  render,
  scroll,
  start,
  elsewhere,
]

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    rounds: { type: 'string', default: '7' },
    write: { type: 'boolean', default: false },
  },
})

const unknown = values.only?.find((name) => !ROWS.some((row) => row.name === name))
if (unknown) {
  console.error(`There is no row "${unknown}". Rows: ${ROWS.map((row) => row.name).join(', ')}`)
  process.exit(2)
}

const figures = await measureAll(ROWS.filter((row) => !values.only || values.only.includes(row.name)))
const text = `${table(figures)}\n\n${machine()} ${values.rounds} rounds.`
console.log(`\n${text}`)
if (values.write) await writeInto(path.join(ROOT, 'docs/performance.md'), text)
process.exit(0)

async function measureAll(rows: Row[]): Promise<Figure[]> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'council-bench-'))
  const upstream = await startScript('upstream/main.ts')
  const noise = await createNoise()
  let tags = 0
  const bench: Bench = {
    rounds: Number(values.rounds),
    upstream: {
      url: upstream.url,
      log: async (tag) => (await fetch(`${upstream.url}/__log?tag=${tag}`)).json() as Promise<LogEntry[]>,
      script: async (rules) =>
        void (await fetch(`${upstream.url}/__script`, { method: 'POST', body: JSON.stringify(rules) })),
    },
    noise,
    product: await startProduct({ upstreamUrl: upstream.url, dataDir }),
    dataDir,
    tag: () => `b${++tags}`,
    say: (line) => console.error(`  ${line}`),
  }
  const figures: Figure[] = []
  try {
    for (const row of rows) figures.push(...(await measureOne(row, bench)))
  } finally {
    await Promise.all([bench.product.child.stop(), upstream.stop(), noise.stop()])
    await rm(dataDir, { recursive: true, force: true })
  }
  return figures
}

/** A row that cannot be measured is a line that says so, not the end of the others. */
async function measureOne(row: Row, bench: Bench): Promise<Figure[]> {
  try {
    return await row.run(bench)
  } catch (error) {
    const note = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
    return [{ metric: row.name, target: '', value: 'could not be measured', isMet: false, note }]
  }
}
