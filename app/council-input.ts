import type { CouncilFormState } from '@/components/councils/council-form.ts'
import { translator } from '@/components/language/current.ts'
import type { SeatChoiceInput, Voting } from '@/lib/core/council/choice.ts'
import { AppError } from '@/lib/core/kernel/errors.ts'
import { sha256Hex } from '@/lib/core/stats/sha256.ts'
import type { Council } from '@/lib/services/councils/index.ts'
import { toldProblem } from './told.ts'

type CouncilForm = SeatChoiceInput & {
  name: string
  /** The council to change; undefined for a new one. */
  id: string | undefined
  version: number | null
  idempotencyKey: string | undefined
}

/** What a form of a council says. Its seats may have gaps; those who sit move together and the chairman comes after them. */
export function councilInputOf(form: FormData): CouncilForm {
  const read = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const places = form.getAll('member').map((model, index) => ({ model: String(model), position: String(index + 1) }))
  const taken = places.filter(({ model }) => model !== '')
  const members = taken.map(({ model }) => model)
  const voting = read('voting') as Voting | undefined
  const seatOfPosition = new Map(
    [...taken.map(({ position }) => position), 'chairman'].map((at, i) => [at, `s${i + 1}`]),
  )
  const reviewers = form.getAll('reviewer').flatMap((position) => seatOfPosition.get(String(position)) ?? [])
  const seats = { members, chairman: read('chairman') ?? '', voting, ...(voting === 'none' ? {} : { reviewers }) }
  const name = read('name') ?? ''
  const version = Number(read('version') ?? Number.NaN)
  const key = read('idempotencyKey')
  return {
    ...{ name, ...seats, id: read('id'), version: Number.isInteger(version) ? version : null },
    idempotencyKey: key && `${key}:${sha256Hex(JSON.stringify([name, seats])).slice(0, 16)}`,
  }
}

/** The form's answer to what a verb refused; anything else is thrown on. */
export async function refusedCouncil(
  error: unknown,
  { name, members, chairman, voting, reviewers }: SeatChoiceInput & { name: string },
): Promise<CouncilFormState> {
  if (!(error instanceof AppError)) throw error
  const given = { name, members, chairman, voting: voting ?? 'rank_and_score', reviewers: reviewers ?? null }
  const field = error.details.param ?? null
  return { error: await sentenceOf(error), field, given, kept: null }
}

async function sentenceOf(error: AppError): Promise<string> {
  if (error.code !== 'VERSION_CONFLICT') return toldProblem(error)
  const t = await translator('picker')
  return t('problem.changed', { name: (error.details.current as Council).name })
}

/** Deleting what is gone already is done. */
export function unlessGone(error: unknown): void {
  if (!(error instanceof AppError) || error.code !== 'NOT_FOUND') throw error
}
