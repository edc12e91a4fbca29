import type { Ballot, SeatId } from '../council/types.ts'

/** What one countable ballot says about the order of the answers that its reviewer was shown. */
export type Order = {
  reviewer: SeatId
  /** The answers on the ballot, without the reviewer's own. */
  eligible: SeatId[]
  /** The answers it ranked, best first; one inner list is a tie. At least two answers in all. */
  tiers: SeatId[][]
}

/** Only ballots that could be read count, at once or after one repair; a failed judge is missing, never a zero. */
export function isCountable(ballot: Ballot): boolean {
  return ballot.status !== 'invalid'
}

/** The candidates on a ballot. A reviewer's own answer never is, so placing it high or low cannot matter. */
export function eligibleOn(ballot: Ballot, candidates: readonly SeatId[]): SeatId[] {
  const shown = new Set(ballot.labels.map(({ seat }) => seat))
  shown.delete(ballot.reviewer)
  return candidates.filter((seat) => shown.has(seat))
}

/** Keeps the first place of every seat that `isKnown` accepts; drops repeats, strangers and empty tiers. */
export function cleanTiers(tiers: readonly (readonly SeatId[])[], isKnown: (seat: SeatId) => boolean): SeatId[][] {
  const placed = new Set<SeatId>()
  const keep = (seat: SeatId) => isKnown(seat) && !placed.has(seat) && placed.add(seat) !== undefined
  return tiers.map((tier) => tier.filter(keep)).filter((tier) => tier.length > 0)
}

/** The orders on the countable ballots. A ballot that ranks fewer than two answers says nothing about order. */
export function ordersOf(candidates: readonly SeatId[], ballots: readonly Ballot[]): Order[] {
  return ballots.filter(isCountable).flatMap((ballot): Order[] => {
    const eligible = eligibleOn(ballot, candidates)
    const tiers = cleanTiers(ballot.ranking, (seat) => eligible.includes(seat))
    return tiers.flat().length < 2 ? [] : [{ reviewer: ballot.reviewer, eligible, tiers }]
  })
}

/** The tiers of an order with the answers it left out tied in last place. */
export function wholeTiers(order: Order): SeatId[][] {
  const ranked = new Set(order.tiers.flat())
  const rest = order.eligible.filter((seat) => !ranked.has(seat))
  return rest.length === 0 ? order.tiers : [...order.tiers, rest]
}
