import { castable } from '../../core/council/casting.ts'
import { missingModels, type SeatChoice, seatChoice, type Voting } from '../../core/council/choice.ts'
import { DEFAULT_PRESET, PRESETS, type Preset, type Seating, seatCouncil } from '../../core/council/presets.ts'
import { reviewersApart } from '../../core/council/reviewers.ts'
import { seatingSentence } from '../../core/council/seating-sentence.ts'
import type { Cost, ModelId, Seat } from '../../core/council/types.ts'
import { typicalCost } from '../../core/pricing/typical.ts'
import type { StoredCouncil } from '../../ports/councils.ts'
import type { ModelInfo, Models } from '../../ports/models.ts'
import type { Ports } from '../context.ts'

/** What a question usually takes; null and `unpriced` where nothing is known. */
export type Typical = { durationMs: number | null; cost: Cost }

/** A council as people choose it: what it is called and who sits in it right now. */
export type Council = {
  id: string
  kind: 'preset' | 'own'
  name: string
  description: string
  isDefault: boolean
  seats: Seat[]
  members: string[]
  reviewers: string[]
  chairman: string
  voting: Voting
  /** Models of its seats that are not there now; with any it cannot be asked. */
  missing: ModelId[]
  typical: Typical
  /** Counts edits; null for presets, which have none. */
  version: number | null
  createdAt: number | null
  updatedAt: number | null
}

export type CouncilPorts = Pick<Ports, 'models' | 'engine' | 'hasCheapReviewers'>

/** A preset with the models it would have now. */
export function presetCouncil(ports: CouncilPorts, preset: Preset): Council {
  const seating = seatCouncil(preset, presetCandidates(ports.models), ports)
  const description = reviewersApart(seating).length > 0 ? seatingSentence(seating) : preset.description
  return {
    ...seatsOf(ports, seating),
    ...{ id: preset.id, kind: 'preset', name: preset.name, description, missing: [] },
    ...{ isDefault: preset.id === DEFAULT_PRESET, version: null, createdAt: null, updatedAt: null },
  }
}

/** A council that somebody keeps. */
export function ownCouncil(ports: CouncilPorts, stored: StoredCouncil): Council {
  const { id, name, version, createdAt, updatedAt } = stored
  const seating = seatingOf(ports.models, id, stored)
  return {
    ...seatsOf(ports, seating),
    ...{
      id,
      kind: 'own',
      name,
      description: seatingSentence(seating),
      isDefault: false,
      version,
      createdAt,
      updatedAt,
    },
    missing: missingModels(stored, (model) => ports.models.list().some((known) => known.id === model)),
  }
}

/** The seats of a choice with the models there are. */
export function seatingOf(models: Models, council: string, choice: SeatChoice): Seating {
  return seatChoice(council, choice, models.list())
}

/** What a question to that seating usually takes: by its history here, else by the preset's and the price list. */
export function typicalOf({ models, engine }: CouncilPorts, seating: Seating): Typical {
  const listed = typicalCost(seating, (id) => models.list().find((model) => model.id === id))
  const paid = engine.typicalPicoUsd(seating)
  const isMeasured = paid !== null && listed.status !== 'free'
  const cost: Cost = isMeasured ? { status: 'priced', picoUsd: paid.toString(), estimated: true } : listed
  return { durationMs: engine.typicalMs(seating) ?? expectedMs(seating), cost }
}

/** The models that presets are made of now. */
export function presetCandidates(models: Models): readonly ModelInfo[] {
  return castable(models.list())
}

function seatsOf(ports: CouncilPorts, seating: Seating) {
  const { seats, members, reviewers, chairman } = seating
  const voting: Voting = reviewers.length > 0 ? 'rank_and_score' : 'none'
  return { seats, members, reviewers, chairman, voting, typical: typicalOf(ports, seating) }
}

/** With no history to go by only the offline models' pace is known, and only where a preset says it. */
function expectedMs({ kind, council, seats }: Seating): number | null {
  if (!seats.every((seat) => seat.demo)) return null
  if (kind === 'single') return 4_000
  return Object.hasOwn(PRESETS, council) ? PRESETS[council as keyof typeof PRESETS].typicalMs : null
}
