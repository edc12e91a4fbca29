import { countArrangements, nextArrangement } from '../stats/arrangements.ts'
import type { Row } from './rows.ts'

/** Most additions of one order to one state that an exact distribution may cost; some 10 ms. */
export const EXACT_STEPS = 60_000

/** Beyond five answers a judge has so many orders that drawing some is cheaper. */
const EXACT_ANSWERS = 5

/** Sum over answers of the squared rank sum (doubled ranks). For given ties it grows exactly as Kendall's S and W do. */
export function squaredRankSums(rows: readonly Row[]): number {
  const sums = new Map<number, number>()
  for (const { answers, ranks } of rows) {
    for (let i = 0; i < answers.length; i++) sums.set(answers[i]!, (sums.get(answers[i]!) ?? 0) + ranks[i]!)
  }
  let total = 0
  for (const sum of sums.values()) total += sum * sum
  return total
}

/**
 * Kendall's W with the correction for ties, for judges who all ranked the same answers:
 * 12 S / (m² (n³ - n) - m ΣT), T = Σ(t³ - t) (Kendall 1939, 1948). Null when every judge tied everything.
 */
export function kendallW(rows: readonly Row[]): number | null {
  const judges = rows.length
  const answers = rows[0]?.ranks.length ?? 0
  const sumOfSums = judges * answers * (answers + 1)
  const spread = (squaredRankSums(rows) - sumOfSums ** 2 / answers) / 4
  const ties = rows.reduce((sum, row) => sum + tieTerm(row.ranks), 0)
  const most = judges ** 2 * (answers ** 3 - answers) - judges * ties
  return most > 0 ? (12 * spread) / most : null
}

function tieTerm(ranks: Int32Array): number {
  const sizes = new Map<number, number>()
  for (const rank of ranks) sizes.set(rank, (sizes.get(rank) ?? 0) + 1)
  return [...sizes.values()].reduce((sum, size) => sum + size ** 3 - size, 0)
}

/**
 * Exact distribution of `squaredRankSums` when each judge's order (its ties kept) is drawn at random: value →
 * probability. Adds judge after judge; states that differ only by which answer is which are one state, and the first
 * judge may be held fixed for the same reason. Null beyond `steps`: without ties that is 10 judges of 4
 * answers, 4 judges of 5.
 */
export function rankSumDistribution(rows: readonly Row[], steps: number = EXACT_STEPS): Map<number, number> | null {
  const size = rows[0]?.ranks.length ?? 0
  if (size > EXACT_ANSWERS) return null
  const base = 2 * size * rows.length + 1
  let states = new Map([[encode(new Int32Array(size), rows[0]!.ranks, base), 1]])
  let left = steps
  for (const { ranks } of rows.slice(1)) {
    left -= states.size * countArrangements(ranks)
    if (left < 0) return null
    states = addJudge(states, ranks, base)
  }
  const distribution = new Map<number, number>()
  for (const [state, probability] of states) {
    const total = decode(state, size, base).reduce((sum, value) => sum + value * value, 0)
    distribution.set(total, (distribution.get(total) ?? 0) + probability)
  }
  return distribution
}

function addJudge(states: Map<number, number>, ranks: Int32Array, base: number): Map<number, number> {
  const next = new Map<number, number>()
  const share = 1 / countArrangements(ranks)
  const order = ranks.toSorted()
  for (const [state, probability] of states) {
    const sums = decode(state, ranks.length, base)
    do {
      const key = encode(sums, order, base)
      next.set(key, (next.get(key) ?? 0) + probability * share)
    } while (nextArrangement(order))
  }
  return next
}

/** The sorted sums as digits of one number. */
function encode(sums: Int32Array, ranks: Int32Array, base: number): number {
  const sorted = scratch.subarray(0, sums.length)
  for (let i = 0; i < sums.length; i++) {
    const value = sums[i]! + ranks[i]!
    let at = i
    for (; at > 0 && sorted[at - 1]! > value; at--) sorted[at] = sorted[at - 1]!
    sorted[at] = value
  }
  let key = 0
  for (let i = 0; i < sorted.length; i++) key = key * base + sorted[i]!
  return key
}

/** Reused by every `encode`, which is called up to EXACT_STEPS times. */
const scratch = new Int32Array(EXACT_ANSWERS)

function decode(key: number, size: number, base: number): Int32Array {
  const sums = new Int32Array(size)
  let rest = key
  for (let i = size - 1; i >= 0; i--) {
    sums[i] = rest % base
    rest = Math.floor(rest / base)
  }
  return sums
}
