import type { Candidate } from './types.ts'

/** Who plays which role in a preset. */
export type Cast = { members: Candidate[]; chairman: Candidate }

/**
 * The models that presets are made of. With any real one the offline ones leave, and those of the operator's own machines,
 * which are found without being asked for, come in only where nothing else is real. All of them stay pickable.
 */
export function castable<Model extends Candidate>(models: readonly Model[]): readonly Model[] {
  const real = models.filter((model) => !model.demo)
  const served = real.filter((model) => !model.local)
  return served.length > 0 ? served : real.length > 0 ? real : models
}

/**
 * Fills the roles of a preset: as many families among the members as there are, of each the model whose price is nearest
 * to the middle, and a strong chairman whose family is not that of most members. Price is the sign of strength, since it
 * is the only one that every provider gives. Where nothing is known the list's own order decides: members first, then the
 * chairman. With too few models the chairman's sits as a member too, and then all of them once more.
 */
export function cast(models: readonly Candidate[], count: number): Cast {
  const chairs = byStrength(models, count)
  const strongest = chairs[0] as Candidate
  const members = membersBeside(strongest, models, count)
  const majority = majorityFamily(members)
  if (majority === null || strongest.family !== majority) return { members, chairman: strongest }
  const middle = middlePrice(models) ?? 0
  const isStrong = (model: Candidate) => (priceOf(model) ?? 0) >= middle
  const other = chairs.find(({ family }) => family !== undefined && family !== majority)
  if (!other || !isStrong(other)) return { members, chairman: strongest }
  return { members: membersBeside(other, models, count), chairman: other }
}

/** Those who can chair, the dearest first; among equals the one that follows the members in the list. */
function byStrength(models: readonly Candidate[], count: number): Candidate[] {
  const turned = count % models.length
  const order = [...models.slice(turned), ...models.slice(0, turned)]
  const capable = order.filter((model) => model.chairmanCapable !== false)
  return (capable.length > 0 ? capable : order).toSorted((a, b) => (priceOf(b) ?? -1) - (priceOf(a) ?? -1))
}

function membersBeside(chairman: Candidate, models: readonly Candidate[], count: number): Candidate[] {
  const others = models.filter((model) => model.id !== chairman.id)
  const order = [...familyByFamily(others, middlePrice(models)), chairman]
  return Array.from({ length: count }, (_, i) => order[i % order.length] as Candidate)
}

/** One of each family in the list's order, then a second of each, and so on; an unknown family is one of its own. */
function familyByFamily(models: readonly Candidate[], middle: number | null): Candidate[] {
  const distance = (model: Candidate) => Math.abs((priceOf(model) ?? Number.MAX_VALUE) - (middle ?? 0))
  const families = Map.groupBy(models, (model) => model.family ?? model.id)
  const sorted = [...families.values()].map((family) => family.toSorted((a, b) => distance(a) - distance(b)))
  const rounds = Math.max(0, ...sorted.map((family) => family.length))
  return Array.from({ length: rounds }, (_, round) => sorted.flatMap((family) => family[round] ?? [])).flat()
}

function majorityFamily(members: readonly Candidate[]): string | null {
  const counts = Map.groupBy(members, (model) => model.family)
  const most = [...counts].find(([family, of]) => family !== undefined && of.length * 2 > members.length)
  return most?.[0] ?? null
}

/** The median of the known prices; null where none is known. */
function middlePrice(models: readonly Candidate[]): number | null {
  const prices = models.flatMap((model) => priceOf(model) ?? []).toSorted((a, b) => a - b)
  return prices[Math.floor(prices.length / 2)] ?? null
}

/** Of output, where most of an answer's cost is; null where unknown. A price below nothing is no price. */
function priceOf({ outputUsdPerMillion: price }: Candidate): number | null {
  return price != null && price >= 0 ? price : null
}
