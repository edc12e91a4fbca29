import { type Order, wholeTiers } from '../agreement/orders.ts'
import type { SeatId } from '../council/types.ts'
import { mean } from '../stats/mean.ts'
import type { Standing } from './rubric.ts'

/**
 * Borda points of one ballot over (m - 1), so that best is 1, last 0 and chance 0.5 however many answers it had. Tied
 * answers share the mean of the places they occupy; answers left out share the mean of the remaining points.
 */
export function bordaShares(order: Order): Map<SeatId, number> {
  const most = order.eligible.length - 1
  const shares = new Map<SeatId, number>()
  let above = 0
  for (const tier of wholeTiers(order)) {
    const points = most - above - (tier.length - 1) / 2
    for (const seat of tier) shares.set(seat, points / most)
    above += tier.length
  }
  return shares
}

/**
 * Normalized Borda: mean share over the ballots on which the answer was eligible; null when none of them ranked it.
 * `ballots` counts those that ranked it.
 */
export function normalizedBorda(candidates: readonly SeatId[], orders: readonly Order[]): Map<SeatId, Standing> {
  const shares = orders.map(bordaShares)
  return new Map(
    candidates.map((seat): [SeatId, Standing] => {
      const ballots = orders.filter((order) => order.tiers.some((tier) => tier.includes(seat))).length
      const given = shares.flatMap((share) => share.get(seat) ?? [])
      return [seat, { value: ballots === 0 ? null : mean(given), ballots }]
    }),
  )
}
