import type { Order } from '../agreement/orders.ts'
import type { SeatId, Tally } from '../council/types.ts'
import { sha256Hex } from '../stats/sha256.ts'
import { copeland, firstPlaceShare, preferenceOf } from './pairwise.ts'

/** Two figures closer than this are the same figure, reached by another path of additions. */
const SAME = 1e-9

type Step = Exclude<Tally['tieBreakUsed'], null>
type Measure = (seat: SeatId, tied: readonly SeatId[]) => number

/**
 * Puts the candidates in order: by `strength` (null is below every figure), then Copeland, first places, the duels among
 * the tied, and last SHA-256(seed:seat). Never by position or name: both would leak a bias. `used` is what decided first place.
 */
export function rankSeats(input: {
  seed: string
  candidates: readonly SeatId[]
  orders: readonly Order[]
  strength: (seat: SeatId) => number | null
}): { ranked: SeatId[]; used: Step | null } {
  const { candidates, orders } = input
  const preference = preferenceOf(orders)
  const cascade: [Step, Measure][] = [
    ['copeland', (seat) => copeland(seat, candidates, preference)],
    ['first_places', (seat) => firstPlaceShare(seat, orders)],
    ['head_to_head', (seat, tied) => copeland(seat, tied, preference)],
    ['hash', hashPlaces(input.seed, candidates)],
  ]
  let groups = split(candidates, (seat) => input.strength(seat) ?? -1)
  let used: Step | null = null
  for (const [step, measure] of cascade) {
    const isOpen = groups.some(([, second]) => second !== undefined)
    if (!isOpen) break
    if ((groups[0]?.length ?? 0) > 1) used = step
    groups = groups.flatMap((group) => split(group, measure))
  }
  return { ranked: groups.flat(), used }
}

/** Groups of equal measure, highest first. */
function split(seats: readonly SeatId[], measure: Measure): SeatId[][] {
  const measured = seats.map((seat) => ({ seat, value: measure(seat, seats) })).sort((a, b) => b.value - a.value)
  const groups: SeatId[][] = []
  let last = Number.POSITIVE_INFINITY
  for (const { seat, value } of measured) {
    const group = groups.at(-1)
    if (group && last - value < SAME) group.push(seat)
    else groups.push([seat])
    last = value
  }
  return groups
}

/** The lowest hash is the highest measure. */
function hashPlaces(seed: string, candidates: readonly SeatId[]): Measure {
  const ascending = candidates
    .map((seat) => ({ seat, hash: sha256Hex(`${seed}:${seat}`) }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1))
  const places = new Map(ascending.map(({ seat }, place) => [seat, -place]))
  return (seat) => places.get(seat) ?? 0
}
