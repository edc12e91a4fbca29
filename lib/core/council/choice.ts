import type { FieldIssue } from '../kernel/errors.ts'
import { type Candidate, numberedSeats, type Seating } from './presets.ts'
import { fewestReviewers } from './reviewers.ts'
import type { ModelId, Seat, SeatId } from './types.ts'

/** How answers are judged: every reviewer ranks and scores them, or nobody reviews. */
export const VOTINGS = ['rank_and_score', 'none'] as const
export type Voting = (typeof VOTINGS)[number]

export const MEMBERS_MAX = 8

/** `plan.council` of a run whose seats were chosen for that question alone. */
export const CUSTOM_COUNCIL = 'custom'

/** Who sits in a council and how it votes, as people choose it. Seats count from `s1` over the members; the last is the chairman's. */
export type SeatChoice = {
  /** One model per seat, in order; the same model twice is two seats. */
  members: ModelId[]
  chairman: ModelId
  voting: Voting
  /** Seats that review; empty when nobody does. */
  reviewers: SeatId[]
}

/** A choice as it is handed in: what is left out is what a council of that size usually has. */
export type SeatChoiceInput = Pick<SeatChoice, 'members' | 'chairman'> & {
  voting?: Voting | undefined
  reviewers?: SeatId[] | undefined
}

/** The seats of so many members, the chairman's last. */
export function seatIds(members: number): SeatId[] {
  return Array.from({ length: members + 1 }, (_, index) => `s${index + 1}`)
}

/** Everyone who answers reviews; up to three members are too few, so the chairman's model does as well. */
export function usualReviewers(members: number): SeatId[] {
  return seatIds(members).slice(0, Math.max(members, fewestReviewers(members)))
}

/** The choice with what was left out filled in. */
export function settleChoice({ members, chairman, voting, reviewers }: SeatChoiceInput): SeatChoice {
  const settled = voting ?? (members.length > 1 ? 'rank_and_score' : 'none')
  const judges = settled === 'none' ? [] : (reviewers ?? usualReviewers(members.length))
  return { members, chairman, voting: settled, reviewers: inSeatOrder(judges) }
}

/** Everything that stands against a choice, by field; empty when a council can be made of it. */
export function choiceProblems(choice: SeatChoice, isKnown: (model: ModelId) => boolean): FieldIssue[] {
  return [...memberProblems(choice, isKnown), ...reviewProblems(choice)]
}

/** The seats of a choice; each model must be among `models`. Further seats of one model are numbered: "Skeptic 2". */
export function seatChoice(council: string, choice: SeatChoice, models: readonly Candidate[]): Seating {
  const { members, chairman, reviewers } = choice
  const seats = seatsOf([...members, chairman], models)
  const ids = seats.map((seat) => seat.id)
  return {
    kind: 'council',
    council,
    seats,
    members: ids.slice(0, -1),
    reviewers: [...reviewers],
    chairman: ids.at(-1) as SeatId,
    minimumMembers: 1,
  }
}

/** The models of a choice that are not there. */
export function missingModels({ members, chairman }: SeatChoice, isKnown: (model: ModelId) => boolean): ModelId[] {
  return [...new Set([...members, chairman])].filter((model) => !isKnown(model))
}

function memberProblems({ members, chairman }: SeatChoice, isKnown: (model: ModelId) => boolean): FieldIssue[] {
  const unknown = (path: string, model: ModelId) =>
    isKnown(model) ? [] : [{ path, message: `There is no model "${model.slice(0, 60)}" here.` }]
  if (members.length === 0) return [{ path: 'members', message: 'Choose at least one member.' }]
  if (members.length > MEMBERS_MAX)
    return [{ path: 'members', message: `A council has at most ${MEMBERS_MAX} members.` }]
  return [...members.flatMap((model, index) => unknown(`members.${index}`, model)), ...unknown('chairman', chairman)]
}

function reviewProblems({ members, voting, reviewers }: SeatChoice): FieldIssue[] {
  if (voting === 'none') {
    return reviewers.length > 0 ? [{ path: 'reviewers', message: 'Without voting nobody reviews.' }] : []
  }
  if (members.length < 2) {
    return [
      { path: 'voting', message: 'One answer has nothing to be compared with. Add a member or choose no review.' },
    ]
  }
  const ids = seatIds(members.length)
  const stranger = reviewers.find((seat) => !ids.includes(seat))
  if (stranger !== undefined) {
    return [{ path: 'reviewers', message: `There is no seat "${stranger.slice(0, 20)}" in this council.` }]
  }
  const fewest = fewestReviewers(members.length)
  if (new Set(reviewers).size >= fewest) return []
  const message = `At least ${fewest} review, so that two judge what neither wrote. The chairman can be one.`
  return [{ path: 'reviewers', message }]
}

function seatsOf(ids: readonly ModelId[], models: readonly Candidate[]): Seat[] {
  return numberedSeats(ids.map((id) => models.find((model) => model.id === id) ?? { id, name: id, demo: false }))
}

function inSeatOrder(seats: readonly SeatId[]): SeatId[] {
  return [...new Set(seats)].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)))
}
