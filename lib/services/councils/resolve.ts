import {
  type Candidate,
  DEFAULT_PRESET,
  PRESETS,
  type Preset,
  seatCouncil,
  seatSingle,
} from '../../core/council/presets.ts'
import type { Plan, Seat } from '../../core/council/types.ts'
import { invalidField } from '../../core/kernel/errors.ts'
import type { ModelInfo, Models } from '../../ports/models.ts'

type Seating = Pick<Plan, 'kind' | 'council' | 'seats' | 'members' | 'reviewers' | 'chairman' | 'minimumMembers'>

/** A council as people choose it: what it is called and who sits in it right now. */
export type Council = {
  id: string
  name: string
  description: string
  isDefault: boolean
  seats: Seat[]
  members: string[]
  reviewers: string[]
  chairman: string
}

/** The councils on offer, with the models they would have now. */
export function councilsOf(models: Models): Council[] {
  const candidates = presetCandidates(models)
  return Object.values(PRESETS).map((preset) => {
    const { seats, members, reviewers, chairman } = seatCouncil(preset, candidates)
    const { id, name, description } = preset
    return { id, name, description, isDefault: id === DEFAULT_PRESET, seats, members, reviewers, chairman }
  })
}

/** Seats for a question: a preset, or one single model. Unknown names are errors at their field. */
export function resolveSeating(models: Models, choice: { council?: string; model?: string }): Seating {
  if (choice.model !== undefined && choice.council !== undefined && choice.council !== 'single') {
    throw invalidField('model', 'Choose a council or a single model, not both.')
  }
  if (choice.model !== undefined || choice.council === 'single') return seatSingle(resolveModel(models, choice.model))
  return seatCouncil(resolvePreset(choice.council), presetCandidates(models))
}

/** What a run of that seating usually takes, in milliseconds; null when nothing is known about its models. */
export function typicalDuration(seating: Seating): number | null {
  if (!seating.seats.every((seat) => seat.demo)) return null
  return seating.kind === 'single' ? 4_000 : PRESETS[seating.council as keyof typeof PRESETS].typicalMs
}

function resolvePreset(id: string = DEFAULT_PRESET): Preset {
  const preset = Object.hasOwn(PRESETS, id) ? PRESETS[id as keyof typeof PRESETS] : undefined
  if (preset) return preset
  throw invalidField(
    'council',
    `There is no council "${id.slice(0, 60)}". Choose ${Object.keys(PRESETS).join(' or ')}.`,
  )
}

/** A model that is there; `field` is named where it is not. Without an id the first one. */
export function resolveModel(models: Models, id?: string, field = 'model'): Candidate {
  const list = models.list()
  const model = id === undefined ? presetCandidates(models)[0] : list.find((candidate) => candidate.id === id)
  if (model) return model
  throw invalidField(field, `There is no model "${(id ?? '').slice(0, 60)}" here.`)
}

/** With any real model configured the offline ones leave the presets; alone they stay pickable. */
function presetCandidates(models: Models): ModelInfo[] {
  const list = models.list()
  const real = list.filter((model) => !model.demo)
  return real.length > 0 ? real : list
}
