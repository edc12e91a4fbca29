import { readFile, writeFile } from 'node:fs/promises'
import os from 'node:os'
import type { Figure } from './row.ts'

const START = '<!-- figures: written by npm run bench -- --write -->'
const END = '<!-- end of figures -->'

/** The figures as a Markdown table, aligned so that it reads on a terminal too. */
export function table(figures: Figure[]): string {
  const head = ['metric', 'target', 'measured', '', 'beside it']
  const rows = figures.map((figure) => [figure.metric, figure.target, figure.value, verdict(figure), figure.note])
  return aligned(head, rows)
}

/** A Markdown table whose columns stand under one another. */
export function aligned(head: string[], rows: string[][]): string {
  const widths = head.map((cell, i) => Math.max(...[head, ...rows].map((row) => (row[i] ?? cell).length)))
  const line = (cells: string[]) => `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}

/** Processor, memory and versions, without anything that names the machine. */
export function machine(): string {
  const [cpu] = os.cpus()
  const memory = Math.round(os.totalmem() / 2 ** 30)
  const load = os.loadavg()[0]?.toFixed(1)
  return `${os.cpus().length} × ${cpu?.model.trim()}, ${memory} GB, Node ${process.versions.node}, load ${load} at the end.`
}

/** Replaces what stands between the markers of `file`. */
export async function writeInto(file: string, text: string): Promise<void> {
  const page = await readFile(file, 'utf8')
  const from = page.indexOf(START)
  const to = page.indexOf(END)
  if (from < 0 || to < from) throw new Error(`${file} has no place for figures`)
  await writeFile(file, `${page.slice(0, from)}${START}\n\n${text}\n\n${page.slice(to)}`)
}

function verdict({ isMet }: Figure): string {
  if (isMet === null) return ''
  return isMet ? 'met' : 'MISSED'
}
