import { seededRandom, shuffle } from '../kernel/random.ts'
import { memberAnswers } from './select.ts'
import type { RunState } from './state.ts'
import type { Label, SeatId } from './types.ts'

/**
 * The anonymous labels of one reviewer: a fresh permutation of the others' answers, seeded by run and reviewer, so that
 * position says nothing about the author and two reviewers see different orders. The own answer is left off.
 */
export function labelsFor(state: RunState, reviewer: SeatId): Label[] {
  const others = memberAnswers(state).filter((answer) => answer.seat !== reviewer)
  const order = shuffle(others, seededRandom(`${state.plan.seed}:labels:${reviewer}`))
  return order.map((answer, i) => ({ label: String.fromCharCode(65 + i), seat: answer.seat }))
}

/** Reviewers with at least one answer that is not their own; a member whose own answer failed still reviews. */
export function reviewersOf(state: RunState): SeatId[] {
  const answers = memberAnswers(state)
  return state.plan.reviewers.filter((seat) => answers.some((answer) => answer.seat !== seat))
}
