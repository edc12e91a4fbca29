import { z } from 'zod'
import { councilInput, seatsInput } from '../../services/councils/index.ts'

const members = 'Models of the members, one per seat (`s1`, `s2`, …), 1 to 8; the same model twice is two seats.'
const chairman = 'Model that writes the final answer; its seat is the one after the members’.'
const voting =
  '`rank_and_score`: reviewers rank and score the answers. `none`: nobody reviews. Absent: voting with two members or more.'
const reviewers =
  'Seats that review, at least four (three with two members), the chairman’s included if wanted. Absent: all members, ' +
  'and with fewer than four the chairman too.'

const seats = {
  members: seatsInput.shape.members.meta({ description: members }),
  chairman: seatsInput.shape.chairman.meta({ description: chairman }),
  voting: seatsInput.shape.voting.meta({ description: voting }),
  reviewers: seatsInput.shape.reviewers.meta({ description: reviewers }),
}

/** Seats for one question, in the body of a run. */
export const seatsBody = z.strictObject(seats)

/** A council to keep, as it is sent. */
export const councilBody = z.strictObject({
  name: councilInput.shape.name.meta({ description: 'Up to 60 characters.' }),
  ...seats,
})
