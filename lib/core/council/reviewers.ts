import type { Candidate, SeatId } from './types.ts'

/** Tokens that a ballot reads for each one it writes: four answers and the question, as `pricing/typical.ts` has them. */
const READ_PER_WRITTEN = 5

/** The fewest reviewers with whom every two answers (of two members each answer) have two judges who wrote neither. */
export function fewestReviewers(members: number): number {
  return Math.min(members + 1, 4)
}

/** Reviewers with a seat of their own: they neither answer nor write the verdict, so they rank all answers. */
export function reviewersApart(seating: { members: SeatId[]; reviewers: SeatId[]; chairman: SeatId }): SeatId[] {
  const { members, reviewers, chairman } = seating
  return reviewers.filter((seat) => seat !== chairman && !members.includes(seat))
}

/**
 * Who reviews in place of the members: of each family the cheapest, then the second, as many as a review needs. Each of
 * them costs less a ballot than members do on average, so the whole review costs less than theirs. Whoever answers does not
 * judge that answer from another seat, nor does a model review whose price is unknown; one sits twice only where there are
 * too few. Nobody where no model is cheaper: the members review then.
 */
export function castReviewers(models: readonly Candidate[], members: readonly Candidate[]): Candidate[] {
  const usual = meanPrice(members)
  if (usual === null) return []
  const order = familyByFamily(
    models.filter((model) => {
      const price = ballotPrice(model)
      return !model.demo && price !== null && price < usual && !members.some(({ id }) => id === model.id)
    }),
  )
  if (order.length === 0) return []
  return Array.from({ length: fewestReviewers(members.length) }, (_, i) => order[i % order.length] as Candidate)
}

/** What a ballot costs, per token that it writes; null where nobody knows. A price below nothing is no price. */
export function ballotPrice(model: Candidate): number | null {
  const { inputUsdPerMillion: input = null, outputUsdPerMillion: output = null } = model
  if (input === null || output === null || input < 0 || output < 0) return null
  return input * READ_PER_WRITTEN + output
}

/** The cheapest of each family, then the second of each, and so on; an unknown family is one of its own. */
function familyByFamily(models: readonly Candidate[]): Candidate[] {
  const sorted = models.toSorted((a, b) => (ballotPrice(a) ?? 0) - (ballotPrice(b) ?? 0))
  const families = [...Map.groupBy(sorted, (model) => model.family ?? model.id).values()]
  const rounds = Math.max(0, ...families.map((family) => family.length))
  return Array.from({ length: rounds }, (_, round) => families.flatMap((family) => family[round] ?? [])).flat()
}

/** Of the prices that are known; null where none is. */
function meanPrice(models: readonly Candidate[]): number | null {
  const prices = models.flatMap((model) => ballotPrice(model) ?? [])
  return prices.length === 0 ? null : prices.reduce((sum, price) => sum + price, 0) / prices.length
}
