import type { SeatId } from '../council/types.ts'
import type { Order } from './orders.ts'

/**
 * One judge's order as numbers: `answers[i]` is the index of an answer, `ranks[i]` twice its 1-based mid-rank (twice, so
 * that ties stay whole numbers and sums stay exact).
 */
export type Row = { answers: number[]; ranks: Int32Array }

/** Orders as rows; seats and judges are sorted first, so that nothing below depends on how they were listed. */
export function rowsOf(orders: readonly Order[]): { rows: Row[]; answers: number } {
  const seats = [...new Set(orders.flatMap((order) => order.tiers.flat()))].sort()
  const sorted = orders.toSorted((a, b) => (a.reviewer < b.reviewer ? -1 : 1))
  return { rows: sorted.map((order) => toRow(order, seats)), answers: seats.length }
}

function toRow(order: Order, seats: readonly SeatId[]): Row {
  const rankOf = new Map<SeatId, number>()
  let above = 0
  for (const tier of order.tiers) {
    for (const seat of tier) rankOf.set(seat, 2 * above + tier.length + 1)
    above += tier.length
  }
  const answers = seats.flatMap((seat, index) => (rankOf.has(seat) ? [index] : []))
  return { answers, ranks: Int32Array.from(answers, (index) => rankOf.get(seats[index]!) ?? 0) }
}

/** True when every judge ranked the same answers. */
export function isComplete(rows: readonly Row[]): boolean {
  const first = rows[0]?.answers.join()
  return rows.every((row) => row.answers.join() === first)
}
