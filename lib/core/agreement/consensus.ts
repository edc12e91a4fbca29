import type { Ballot, Consensus, ConsensusBand, SeatId } from '../council/types.ts'
import { chanceOf } from './chance.ts'
import { pooledConcordance } from './concordance.ts'
import { kendallW, rankSumDistribution, squaredRankSums } from './kendall.ts'
import { ordersOf } from './orders.ts'
import { isComplete, type Row, rowsOf } from './rows.ts'

/** Above this chance of being luck, agreement is not called strong. */
const SIGNIFICANT = 0.05

/**
 * How far the judges agree on the order of the answers, corrected for chance. Complete ballots: mean Spearman
 * (mW - 1) / (m - 1); otherwise 2c - 1 with c the pooled concordance; never below 0. `judges` counts the ballots that
 * share a pair of answers with another one or, where none do and there is nothing to say, those that rank answers at all.
 */
export function consensusOf(input: { seed: string; candidates: SeatId[]; ballots: Ballot[] }): Consensus {
  const candidates = [...new Set(input.candidates)]
  const all = rowsOf(ordersOf(candidates, input.ballots))
  const rows = all.rows.filter(pooledConcordance(all.rows, all.answers).isShared)
  if (rows.length < 2) return tooFew(all.rows.length, candidates.length)

  const pooled = pooledConcordance(rows, all.answers)
  const tau = pooled.balance(rows) / pooled.judgements
  const w = isComplete(rows) ? kendallW(rows) : null
  const seed = `${input.seed}:consensus`
  const p = w === null ? chanceOf(rows, pooled.balance, seed) : chanceOfW(rows, seed)
  const agreement = w === null ? tau : (rows.length * w - 1) / (rows.length - 1)
  const value = rounded(Math.max(0, agreement))
  return {
    value,
    band: bandOf(value, p),
    w: w === null ? null : rounded(w),
    concordance: rounded((tau + 1) / 2),
    p: rounded(p),
    judges: rows.length,
    answers: candidates.length,
  }
}

function tooFew(judges: number, answers: number): Consensus {
  return { value: null, band: 'too_few', w: null, concordance: null, p: null, judges, answers }
}

/** Exact where the distribution is cheap, else by permutation. */
function chanceOfW(rows: readonly Row[], seed: string): number {
  const distribution = rankSumDistribution(rows)
  if (!distribution) return chanceOf(rows, squaredRankSums, seed)
  const observed = squaredRankSums(rows)
  let tail = 0
  for (const [value, probability] of distribution) if (value >= observed) tail += probability
  return Math.min(1, tail)
}

/** The word for a figure. Strong agreement that chance reaches one time in twenty is only called moderate. */
export function bandOf(value: number, p: number): Exclude<ConsensusBand, 'too_few'> {
  if (value >= 0.8 && p < SIGNIFICANT) return 'strong'
  if (value >= 0.5) return 'moderate'
  return value >= 0.2 ? 'weak' : 'none'
}

/** Without the last bits, in which equal figures differ by the path of their additions. */
function rounded(value: number): number {
  return Math.round(value * 1e12) / 1e12
}
