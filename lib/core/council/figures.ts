import { formatUsd } from '../kernel/money.ts'
import type { Totals } from './select.ts'
import type { Cost } from './types.ts'

/** "0.4 s", "12 s", "2 min 5 s". */
export function duration(ms: number): string {
  const seconds = Math.max(0, ms) / 1_000
  if (seconds < 9.95 && seconds % 1 !== 0) return `${seconds.toFixed(1)} s`
  const whole = Math.round(seconds)
  if (whole < 100) return `${whole} s`
  return whole % 60 === 0 ? `${whole / 60} min` : `${Math.floor(whole / 60)} min ${whole % 60} s`
}

/** "12 s": whole seconds, for what ticks. */
export function wholeSeconds(ms: number): string {
  return duration(Math.floor(Math.max(0, ms) / 1_000) * 1_000)
}

/** "812", "12.4k", "1.2M". */
export function compact(count: number): string {
  if (count < 1_000) return String(count)
  if (count < 999_950) return `${(count / 1_000).toFixed(1).replace(/\.0$/, '')}k`
  return `${(count / 1_000_000).toFixed(1).replace(/\.0$/, '')}M`
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${compact(count)} ${count === 1 ? one : many}`
}

/** Words as a reader counts them. */
export function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0
}

const CENT = 10_000_000_000n

/** "$0.42", "$0.0031": two decimals from a cent on, else two figures that count. */
export function usd(pico: bigint): string {
  if (pico === 0n) return '$0'
  if (pico >= CENT) return `$${(Math.round(Number(pico) / 1e10) / 100).toFixed(2)}`
  const [, zeros = '', figures = ''] = /^0\.(0*)(\d{1,2})/.exec(formatUsd(pico)) ?? []
  return `$0.${zeros}${figures}`
}

const MILLI = 1_000_000_000n
const DOLLAR = 1_000_000_000_000n

/** A lower bound stays one when it is written short: rounded down, to a cent from a dollar on, else to a tenth of one. */
export function roundedDown(pico: bigint): bigint {
  const unit = pico >= DOLLAR ? CENT : MILLI
  return pico < MILLI ? pico : pico - (pico % unit)
}

/** "$0.012", "$1.20" */
function atLeast(pico: bigint): string {
  if (pico < MILLI) return usd(pico)
  const [whole = '0', fraction = ''] = formatUsd(roundedDown(pico)).split('.')
  return `$${whole}.${fraction.padEnd(2, '0')}`
}

/** The cost of one call. Unknown is said, never shown as zero. */
export function callCost(cost: Cost | null): string {
  if (cost === null || cost.picoUsd === null) return cost?.status === 'free' ? 'free' : 'unknown'
  if (cost.status === 'free') return 'free'
  return `${cost.estimated ? '~ ' : ''}${usd(BigInt(cost.picoUsd))}`
}

/** The cost of a run: "free", "$0.04", "≥ $0.012, 1 unpriced", "cost unknown". */
export function totalCost(totals: Totals): string {
  if (totals.isFree) return 'free'
  if (totals.unpriced === 0) return usd(totals.picoUsd)
  return totals.picoUsd === 0n ? 'cost unknown' : `≥ ${atLeast(totals.picoUsd)}, ${totals.unpriced} unpriced`
}

/** Tokens of a run or call; unknown is said. */
export function tokens(count: number | null): string {
  return count === null ? 'tokens unknown' : `${compact(count)} tokens`
}
