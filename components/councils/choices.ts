import { CUSTOM_COUNCIL, type SeatChoice, seatChoice, type Voting } from '@/lib/core/council/choice.ts'
import type { Cost, ModelId, Seat, SeatId } from '@/lib/core/council/types.ts'
import { typicalCost } from '@/lib/core/pricing/typical.ts'

/** What a question usually takes; null and `unpriced` where nothing is known. */
export type Typical = { durationMs: number | null; cost: Cost }

/** A council as it is offered. */
export type CouncilChoice = {
  id: string
  kind: 'preset' | 'own'
  name: string
  /** One sentence on what it does. */
  description: string
  seats: Seat[]
  members: SeatId[]
  reviewers: SeatId[]
  chairman: SeatId
  voting: Voting
  /** Models of its seats that are not there: with any it cannot be asked. */
  missing: ModelId[]
  typical: Typical
  /** Counts edits; null for presets. */
  version: number | null
}

export type ModelChoice = {
  id: string
  name: string
  description: string
  demo: boolean
  /** USD per million tokens; null when unknown. */
  inputUsdPerMillion: number | null
  outputUsdPerMillion: number | null
  typical: Typical
}

/** `council` of a form that asks one model. */
export const SINGLE = 'single'

/** Who is to answer the next question. */
export type Picked =
  | { kind: 'council'; id: string }
  | { kind: 'single'; model: string }
  | { kind: 'custom'; seats: SeatChoice }

/** What the picker shows of a choice. */
export type PickedView = {
  /** Null for seats that nobody has given a name. */
  name: string | null
  seats: Seat[]
  members: SeatId[]
  chairman: SeatId
  typical: Typical
}

export type Offer = { councils: CouncilChoice[]; models: ModelChoice[] }

/** The first choice of a form: the wished council or, for `single`, the wished model, else the first there is. */
export function firstPick(wished: string, { councils, models }: Offer, wishedModel?: string): Picked {
  const model = models.find(({ id }) => id === wishedModel) ?? models[0]
  if (wished === SINGLE && model) return { kind: 'single', model: model.id }
  const council = councils.find((candidate) => candidate.id === wished && candidate.missing.length === 0)
  return { kind: 'council', id: council?.id ?? councils[0]?.id ?? wished }
}

/** What stands on the picker; null where what was picked is gone. */
export function viewOf(picked: Picked, { councils, models }: Offer): PickedView | null {
  if (picked.kind === 'council') return councils.find((council) => council.id === picked.id) ?? null
  if (picked.kind === 'custom') return customView(picked.seats, models)
  const model = models.find((candidate) => candidate.id === picked.model)
  if (!model) return null
  const seat = { id: 's1', model: model.id, name: model.name, demo: model.demo }
  return { name: model.name, seats: [seat], members: [], chairman: 's1', typical: model.typical }
}

/** Seats nobody has asked yet: what they cost is in the price list, how long they take is not known. */
export function customView(choice: SeatChoice, models: ModelChoice[]): PickedView & { reviewers: SeatId[] } {
  const seating = seatChoice(CUSTOM_COUNCIL, choice, models)
  const cost = typicalCost(seating, (id) => models.find((model) => model.id === id))
  const { seats, members, reviewers, chairman } = seating
  return { name: null, seats, members, reviewers, chairman, typical: { durationMs: null, cost } }
}
