import { IMPORTED_COUNCIL } from '../importing/types.ts'
import { CUSTOM_COUNCIL, type SeatChoiceInput } from './choice.ts'
import type { ModelId, Plan } from './types.ts'

/** Who is to answer, as a question names it. */
export type SeatsOfQuestion = { council?: string; model?: ModelId; seats?: SeatChoiceInput }

/** The choice that seats a question as `plan` is seated. A council that has changed since seats whom it has now;
 * an imported run has no seats here, so the default council is asked. */
export function sameSeats(
  plan: Pick<Plan, 'kind' | 'council' | 'seats' | 'members' | 'chairman' | 'reviewers'>,
): SeatsOfQuestion {
  if (plan.council === IMPORTED_COUNCIL) return {}
  const modelOf = (id: string) => plan.seats.find((seat) => seat.id === id)?.model ?? ''
  if (plan.kind === 'single') return { model: modelOf(plan.chairman) }
  if (plan.council !== CUSTOM_COUNCIL) return { council: plan.council }
  const voting = plan.reviewers.length > 0 ? ('rank_and_score' as const) : ('none' as const)
  const seats = { members: plan.members.map(modelOf), chairman: modelOf(plan.chairman), voting }
  return { seats: plan.reviewers.length > 0 ? { ...seats, reviewers: plan.reviewers } : seats }
}
