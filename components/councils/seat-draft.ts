import { type SeatChoice, settleChoice, usualReviewers, type Voting } from '@/lib/core/council/choice.ts'
import { fewestReviewers, reviewersApart } from '@/lib/core/council/reviewers.ts'
import type { SeatId } from '@/lib/core/council/types.ts'
import type { CouncilChoice, ModelChoice } from './choices.ts'

/** Seats while they are being chosen. `reviewers` is null as long as nobody has chosen them one by one. */
export type SeatDraft = { members: string[]; chairman: string; voting: Voting; reviewers: SeatId[] | null }

/** A draft to begin with: that council's seats, or three members and a chairman of the models there are. */
export function draftOf(council: CouncilChoice | null, models: ModelChoice[]): SeatDraft {
  if (!council) {
    const at = (index: number) => models[index % models.length]?.id ?? ''
    return { members: [at(0), at(1), at(2)], chairman: at(3), voting: 'rank_and_score', reviewers: null }
  }
  const { seats, chairman, voting, reviewers } = council
  const modelOf = (id: SeatId) => seats.find((seat) => seat.id === id)?.model ?? ''
  // seats of their own for reviewers are cast, not chosen
  const isUsual =
    reviewersApart(council).length > 0 || reviewers.join() === usualReviewers(council.members.length).join()
  return {
    members: council.members.map(modelOf),
    chairman: modelOf(chairman),
    voting,
    reviewers: voting === 'none' || isUsual ? null : reviewers,
  }
}

/** The choice a draft stands for. */
export function choiceOf({ members, chairman, voting, reviewers }: SeatDraft): SeatChoice {
  return settleChoice({ members, chairman, voting, reviewers: reviewers ?? undefined })
}

/** Whether there is a choice of who reviews: with fewer than four members all are needed. */
export function canChooseReviewers({ members, voting }: SeatDraft): boolean {
  return voting !== 'none' && members.length >= fewestReviewers(members.length)
}

/** The draft with another model in a seat; no model takes the seat away, and a new member count the usual reviewers. */
export function withMember(draft: SeatDraft, index: number, model: string): SeatDraft {
  const members = model === '' ? draft.members.filter((_, at) => at !== index) : draft.members.with(index, model)
  return withMembers(draft, members)
}

export function withMembers(draft: SeatDraft, members: string[]): SeatDraft {
  if (members.length === draft.members.length) return { ...draft, members }
  const voting = members.length === 1 ? 'none' : draft.members.length === 1 ? 'rank_and_score' : draft.voting
  return { ...draft, members, voting, reviewers: null }
}

/** The draft with a seat that reviews, or does not any more. */
export function withReviewer(draft: SeatDraft, seat: SeatId, isReviewing: boolean): SeatDraft {
  const others = choiceOf(draft).reviewers.filter((id) => id !== seat)
  return { ...draft, reviewers: isReviewing ? [...others, seat] : others }
}
