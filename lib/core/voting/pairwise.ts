import { type Order, wholeTiers } from '../agreement/orders.ts'
import type { SeatId } from '../council/types.ts'
import { mean } from '../stats/mean.ts'

/** How many ballots put the first answer above the second. */
export type Preference = (above: SeatId, below: SeatId) => number

/** Counts, for every ordered pair of answers, the ballots that prefer the first; what a ballot left out is tied last on it. */
export function preferenceOf(orders: readonly Order[]): Preference {
  const counts = new Map<SeatId, Map<SeatId, number>>()
  for (const order of orders) {
    const tiers = wholeTiers(order)
    tiers.forEach((tier, place) => {
      const lower = tiers.slice(place + 1).flat()
      for (const above of tier) count(counts, above, lower)
    })
  }
  return (above, below) => counts.get(above)?.get(below) ?? 0
}

function count(counts: Map<SeatId, Map<SeatId, number>>, above: SeatId, lower: readonly SeatId[]): void {
  const row = counts.get(above) ?? new Map<SeatId, number>()
  for (const below of lower) row.set(below, (row.get(below) ?? 0) + 1)
  counts.set(above, row)
}

/** Copeland score of one answer: duels won plus half the duels tied, against `others`. */
export function copeland(seat: SeatId, others: readonly SeatId[], preference: Preference): number {
  return others
    .filter((other) => other !== seat)
    .reduce((score, other) => score + (1 + Math.sign(preference(seat, other) - preference(other, seat))) / 2, 0)
}

/** Share of an answer's ballots that put it first; a tied first place is split equally. */
export function firstPlaceShare(seat: SeatId, orders: readonly Order[]): number {
  const given = orders
    .filter((order) => order.eligible.includes(seat))
    .map(({ tiers: [top = []] }) => (top.includes(seat) ? 1 / top.length : 0))
  return mean(given) ?? 0
}
