import { cast } from './casting.ts'
import { castReviewers } from './reviewers.ts'
import type { Candidate, Plan, RunLimits, Seat } from './types.ts'

export type { Candidate } from './types.ts'

export type PresetId = 'quick' | 'standard' | 'full'

export type Preset = {
  id: PresetId
  name: string
  description: string
  members: number
  /** Where fewer models are at hand: down to so many members; absent where it is always `members`. */
  fewestMembers?: number
  minimumMembers: number
  /** With three members two judges never share a pair, so the chairman's model reviews as well. */
  chairmanReviews: boolean
  /** Expected wall time with no history to go by, in milliseconds. */
  typicalMs: number
}

/** The councils that are always there. */
export const PRESETS: Record<PresetId, Preset> = {
  quick: {
    id: 'quick',
    name: 'Quick',
    description: 'Three members answer and review one another; a fourth writes the verdict.',
    members: 3,
    minimumMembers: 1,
    chairmanReviews: true,
    typicalMs: 8_000,
  },
  standard: {
    id: 'standard',
    name: 'Standard',
    description: 'Four members answer and review one another; a fifth writes the verdict.',
    members: 4,
    minimumMembers: 1,
    chairmanReviews: false,
    typicalMs: 9_000,
  },
  full: {
    id: 'full',
    name: 'Full',
    description: 'Everybody there is, up to eight members, answers and reviews; another one writes the verdict.',
    // as many as a council may have (choice.ts)
    members: 8,
    fewestMembers: 4,
    minimumMembers: 1,
    chairmanReviews: false,
    typicalMs: 12_000,
  },
}

export const DEFAULT_PRESET: PresetId = 'standard'

export const DEFAULT_LIMITS: RunLimits = {
  firstTokenMs: 60_000,
  reasoningFirstTokenMs: 180_000,
  idleMs: 60_000,
  callMs: 240_000,
  stageMs: 600_000,
  retries: 2,
  answerChars: 262_144,
}

/** The part of a plan that says who sits where and does what. */
export type Seating = Pick<Plan, 'kind' | 'council' | 'seats' | 'members' | 'reviewers' | 'chairman' | 'minimumMembers'>

/** How an installation wants its presets seated. */
export type SeatingRules = {
  /** The cheapest models at hand review, in seats of their own, where there are cheaper ones than the members. */
  hasCheapReviewers?: boolean | undefined
}

/** The presets that differ from one another with so many models at hand; none where there is no model. */
export function offeredPresets(models: readonly Candidate[]): Preset[] {
  if (models.length === 0) return []
  const { full, ...always } = PRESETS
  return membersOf(full, models) > PRESETS.standard.members ? [...Object.values(always), full] : Object.values(always)
}

/**
 * Seats a preset from the models at hand. With fewer models than seats some sit twice, so that a council of one real
 * model still works; members and chairman differ as far as there are others. Reviewers with seats of their own
 * come last.
 */
export function seatCouncil(preset: Preset, models: readonly Candidate[], rules: SeatingRules = {}): Seating {
  const count = membersOf(preset, models)
  const roles = cast(models, count)
  const reviewers = rules.hasCheapReviewers ? castReviewers(models, roles.members) : []
  const seats = numberedSeats([...roles.members, roles.chairman, ...reviewers])
  const ids = seats.map((seat) => seat.id)
  const members = ids.slice(0, count)
  const chairman = ids[count] as string
  const apart = ids.slice(count + 1)
  return {
    kind: 'council',
    council: preset.id,
    seats,
    members,
    reviewers: apart.length > 0 ? apart : preset.chairmanReviews ? [...members, chairman] : members,
    chairman,
    minimumMembers: preset.minimumMembers,
  }
}

/** One model alone: no members, no reviews, the answer is the verdict. */
export function seatSingle(model: Candidate): Seating {
  const [seat] = numberedSeats([model]) as [Seat]
  return {
    kind: 'single',
    council: 'single',
    seats: [seat],
    members: [],
    reviewers: [],
    chairman: seat.id,
    minimumMembers: 0,
  }
}

/** A seat for each model, in order. Further seats of one model are numbered: "Skeptic 2". */
export function numberedSeats(models: readonly Pick<Candidate, 'id' | 'name' | 'demo'>[]): Seat[] {
  return models.map(({ id, name, demo }, index) => {
    const before = models.slice(0, index).filter((other) => other.id === id).length
    return { id: `s${index + 1}`, model: id, name: before === 0 ? name : `${name} ${before + 1}`, demo }
  })
}

/** All models but the chairman's, within the preset's bounds. */
function membersOf({ members, fewestMembers = members }: Preset, models: readonly Candidate[]): number {
  return Math.min(members, Math.max(fewestMembers, models.length - 1))
}
