import type { Noise } from './noise.ts'
import type { Running } from './servers.ts'
import type { Spread } from './stats.ts'
import type { LogEntry } from './upstream/log.ts'
import type { Rule } from './upstream/script.ts'

/** One line of the table. */
export type Figure = {
  metric: string
  /** In words, as promised; empty where the figure is only for comparison. */
  target: string
  value: string
  /** Null where there is nothing to hold it against, or it was not measured. */
  isMet: boolean | null
  note: string
}

/** What a row is given: how many rounds, where the upstream is, and a place for a line of progress. */
export type Bench = {
  rounds: number
  upstream: { url: string; log(tag: string): Promise<LogEntry[]>; script(rules: Rule[]): Promise<void> }
  noise: Noise
  /** The product, started once for all rows, with its data directory. */
  product: Running
  dataDir: string
  /** A tag nobody has used. */
  tag(): string
  say(line: string): void
}

export type Row = { name: string; run(bench: Bench): Promise<Figure[]> }

/** `1.012 (1.009–1.020, n=7)` */
export function shown({ median, q1, q3, n }: Spread, digits: number, unit = ''): string {
  if (n === 0) return 'no quiet round'
  return `${median.toFixed(digits)}${unit} (${q1.toFixed(digits)}–${q3.toFixed(digits)}, n=${n})`
}
