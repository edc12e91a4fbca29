import type { SeatChoiceInput } from '../../core/council/choice.ts'
import {
  CUSTOM_COUNCIL,
  choiceProblems,
  missingModels,
  type SeatChoice,
  settleChoice,
} from '../../core/council/choice.ts'
import {
  type Candidate,
  DEFAULT_PRESET,
  PRESETS,
  type Seating,
  seatCouncil,
  seatSingle,
} from '../../core/council/presets.ts'
import { AppError, invalidField } from '../../core/kernel/errors.ts'
import { isId } from '../../core/kernel/ids.ts'
import type { Models } from '../../ports/models.ts'
import type { Ctx } from '../context.ts'
import { presetCandidates, seatingOf } from './council.ts'

/** Who is to be asked: a council by its id, one model, or seats for this question alone; left out, the default council. */
export type Choice = {
  council?: string | undefined
  model?: string | undefined
  seats?: SeatChoiceInput | undefined
}

/** Seats for a question. Whatever is not there, or belongs to somebody else, is an error at its field. */
export async function resolveSeating(
  ctx: Ctx<'models' | 'councils' | 'hasCheapReviewers'>,
  choice: Choice,
): Promise<Seating> {
  const { council, model, seats } = choice
  if (seats !== undefined) return customSeating(ctx.models, choice)
  if (model !== undefined && council !== undefined && council !== 'single') {
    throw invalidField('model', 'Choose a council or a single model, not both.')
  }
  if (model !== undefined || council === 'single') return seatSingle(resolveModel(ctx.models, model))
  if (council !== undefined && isId('council', council)) return ownSeating(ctx, council)
  return presetSeating(ctx, council)
}

/** The choice with everything filled in; what stands against it is one error that names every field under `path`. */
export function checkSeats(models: Models, input: SeatChoiceInput, path = ''): SeatChoice {
  const choice = settleChoice(input)
  const known = new Set(models.list().map((model) => model.id))
  const issues = choiceProblems(choice, (model) => known.has(model)).map((issue) => ({
    ...issue,
    path: `${path}${issue.path}`,
  }))
  const [first] = issues
  if (!first) return choice
  throw new AppError('VALIDATION_FAILED', `${first.path}: ${first.message}`, { issues, param: first.path })
}

function customSeating(models: Models, { council, model, seats }: Choice): Seating {
  if (model !== undefined || (council !== undefined && council !== CUSTOM_COUNCIL)) {
    throw invalidField('seats', 'Choose a council, a single model or seats: one of them.')
  }
  return seatingOf(models, CUSTOM_COUNCIL, checkSeats(models, seats as SeatChoiceInput, 'seats.'))
}

async function ownSeating(ctx: Ctx<'models' | 'councils'>, id: string): Promise<Seating> {
  const stored = await ctx.councils.get(ctx.actor.tenantId, id)
  if (!stored) throw invalidField('council', 'This council is not there any more. Choose another one.')
  const known = new Set(ctx.models.list().map((model) => model.id))
  const [missing] = missingModels(stored, (model) => known.has(model))
  if (missing === undefined) return seatingOf(ctx.models, id, stored)
  throw invalidField('council', `“${stored.name}” has a seat for ${missing}, which is not here now. Change it first.`)
}

function presetSeating(ctx: Ctx<'models' | 'hasCheapReviewers'>, id: string = DEFAULT_PRESET): Seating {
  const preset = Object.hasOwn(PRESETS, id) ? PRESETS[id as keyof typeof PRESETS] : undefined
  if (!preset) throw noSuchCouncilToAsk(id)
  const candidates = presetCandidates(ctx.models)
  if (candidates.length === 0) throw new AppError('UNAVAILABLE', 'No model is set up here.')
  return seatCouncil(preset, candidates, ctx)
}

function noSuchCouncilToAsk(id: string): AppError {
  const presets = Object.keys(PRESETS).join(', ')
  return invalidField('council', `There is no council "${id.slice(0, 60)}". Choose ${presets} or one of your own.`)
}

/** A model that is there; `field` is named where it is not. Without an id the first one. */
export function resolveModel(models: Models, id?: string, field = 'model'): Candidate {
  const list = models.list()
  const model = id === undefined ? presetCandidates(models)[0] : list.find((candidate) => candidate.id === id)
  if (model) return model
  throw invalidField(field, `There is no model "${(id ?? '').slice(0, 60)}" here.`)
}
