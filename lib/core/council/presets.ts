import type { ModelId, Plan, RunLimits, Seat } from './types.ts'

/** What a plan needs to know of a model to seat it; what is absent or null is unknown. */
export type Candidate = {
  id: ModelId
  name: string
  demo: boolean
  family?: string
  local?: boolean
  chairmanCapable?: boolean
  contextTokens?: number | null
  outputUsdPerMillion?: number | null
}

export type PresetId = 'quick' | 'standard'

export type Preset = {
  id: PresetId
  name: string
  description: string
  members: number
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

/**
 * Seats a preset from the models at hand, in their order. With fewer models than seats the first ones sit twice,
 * so that a council of one real model still works; members and chairman differ as far as the list allows.
 */
export function seatCouncil(preset: Preset, models: readonly Candidate[]): Seating {
  const count = preset.members + 1
  const seats = Array.from({ length: count }, (_, i) => seatOf(i + 1, models[i % models.length] as Candidate))
  const ids = seats.map((seat) => seat.id)
  const members = ids.slice(0, preset.members)
  const chairman = ids[preset.members] as string
  return {
    kind: 'council',
    council: preset.id,
    seats,
    members,
    reviewers: preset.chairmanReviews ? [...members, chairman] : members,
    chairman,
    minimumMembers: preset.minimumMembers,
  }
}

/** One model alone: no members, no reviews, the answer is the verdict. */
export function seatSingle(model: Candidate): Seating {
  const seat = seatOf(1, model)
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

function seatOf(number: number, model: Candidate): Seat {
  return { id: `s${number}`, model: model.id, name: model.name, demo: model.demo }
}
