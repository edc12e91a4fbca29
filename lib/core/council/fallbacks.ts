import type { Candidate, Seating } from './presets.ts'
import { ballotPrice, reviewersApart } from './reviewers.ts'
import { providerOf } from './sitter.ts'
import type { Fallback, ModelId, Seat, SeatId } from './types.ts'

/** How many models may take over a seat, and the chair. */
const FALLBACKS_MAX = 2
const CHAIR_FALLBACKS_MAX = 3

/**
 * The seats with what their models can read and who takes over where they fail, from the models at hand: for the plan,
 * which keeps it. Who sits as a member already stands in only where nobody else is there.
 */
export function withFallbacks(seating: Seating, models: readonly Candidate[]): Seat[] {
  const { seats, members, chairman } = seating
  const apart = reviewersApart(seating)
  const modelsOf = (ids: SeatId[]) => seats.filter((seat) => ids.includes(seat.id)).map((seat) => seat.model)
  const answering = modelsOf(members)
  return seats.map(({ fallbacks: _earlier, contextTokens: _read, ...seat }) => {
    const own = models.find((model) => model.id === seat.model)
    const helpers = own ? models.filter((model) => canStandIn(model, own)) : []
    const able = apart.includes(seat.id) ? forReviewer(helpers, answering) : helpers
    // an answer is better not judged by the model that stood in for its author
    const seated = apart.includes(seat.id) ? answering : [...answering, ...modelsOf(apart)]
    const chosen = own ? (seat.id === chairman ? forChair(able) : forMember(able, own, seated)) : []
    return {
      ...seat,
      ...(own?.contextTokens != null && { contextTokens: own.contextTokens }),
      ...(chosen.length > 0 && { fallbacks: withLarger(chosen, able, own).map(fallbackOf) }),
    }
  })
}

/** Nothing offline for a real model; and a question meant for the operator's own machines stays there. */
function canStandIn(model: Candidate, own: Candidate): boolean {
  const isSamePlace = (model.local ?? false) === (own.local ?? false)
  return model.id !== own.id && !model.demo && !own.demo && isSamePlace
}

/** Who reviews for its price is followed by priced ones alone, and by nobody who sits as a member. */
function forReviewer(able: Candidate[], answering: ModelId[]): Candidate[] {
  return able.filter((model) => ballotPrice(model) !== null && !answering.includes(model.id))
}

/** Of another provider first, then of the same family, which keeps a council of many families one; then by price. */
function forMember(able: Candidate[], own: Candidate, seated: ModelId[]): Candidate[] {
  const free = able.filter((model) => !seated.includes(model.id))
  const isNear = (model: Candidate) => model.family !== undefined && model.family === own.family
  const distance = (model: Candidate) => Math.abs(priceOf(model) - priceOf(own))
  return (free.length > 0 ? free : able)
    .toSorted(
      (a, b) =>
        Number(isOfProvider(a, own)) - Number(isOfProvider(b, own)) ||
        Number(isNear(b)) - Number(isNear(a)) ||
        distance(a) - distance(b),
    )
    .slice(0, FALLBACKS_MAX)
}

/** The strongest first, by the only sign that every provider gives: the price. */
function forChair(able: Candidate[]): Candidate[] {
  const capable = able.filter((model) => model.chairmanCapable !== false)
  return (capable.length > 0 ? capable : able).toSorted((a, b) => priceOf(b) - priceOf(a)).slice(0, CHAIR_FALLBACKS_MAX)
}

/** One that reads most is added where none of those chosen reads more than the seat's own model. */
function withLarger(chosen: Candidate[], able: Candidate[], own: Candidate | undefined): Candidate[] {
  const read = (model: Candidate | undefined) => model?.contextTokens ?? 0
  const largest = able.reduce<Candidate | undefined>((best, it) => (read(it) > read(best) ? it : best), undefined)
  const isHelped = read(own) === 0 || chosen.some((model) => read(model) > read(own))
  return isHelped || read(largest) <= read(own) || !largest ? chosen : [...chosen, largest]
}

function fallbackOf({ id, name, demo, contextTokens }: Candidate): Fallback {
  return { model: id, name, demo, ...(contextTokens != null && { contextTokens }) }
}

function isOfProvider(model: Candidate, own: Candidate): boolean {
  return providerOf(model.id) === providerOf(own.id)
}

/** Of output, where most of an answer's cost is; an unknown price counts as none. */
function priceOf({ outputUsdPerMillion }: Candidate): number {
  return outputUsdPerMillion ?? 0
}
