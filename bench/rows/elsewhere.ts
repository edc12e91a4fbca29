import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { ROOT } from '../child.ts'
import type { Figure, Row } from '../row.ts'

/** Figures that other commands measure. Each leaves `bench/results/<file>.json`: `{ value, isMet, note }`. */
const ELSEWHERE: { file: string; metric: string; target: string; by: string }[] = [
  { file: 'layout-shift', metric: 'layout shift during a run', target: '0', by: 'npm test (journeys)' },
  { file: 'first-answer', metric: 'clone → first answer / (npm ci + build)', target: '≤ 1.3', by: 'a fresh clone' },
]

export const elsewhere: Row = {
  name: 'elsewhere',
  run: () => Promise.all(ELSEWHERE.map(figureOf)),
}

async function figureOf({ file, metric, target, by }: (typeof ELSEWHERE)[number]): Promise<Figure> {
  try {
    const text = await readFile(path.join(ROOT, 'bench/results', `${file}.json`), 'utf8')
    const { value, isMet, note } = JSON.parse(text) as { value: string | number; isMet: boolean; note?: string }
    return { metric, target, value: String(value), isMet, note: note ?? `measured by ${by}` }
  } catch {
    return { metric, target, value: 'not measured here', isMet: null, note: `comes from ${by}` }
  }
}
