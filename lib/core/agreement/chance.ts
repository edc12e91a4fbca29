import { seededRandom } from '../kernel/random.ts'
import { countArrangements, nextArrangement, shuffleInPlace } from '../stats/arrangements.ts'
import type { Row } from './rows.ts'

/** Random arrangements drawn where there are too many to visit all. */
export const SAMPLES = 10_000

/**
 * Probability that judges who order their own answers at random (their ties kept) reach at least the `statistic` of
 * `rows`. Exact, by visiting every arrangement, when there are at most SAMPLES; else by a seeded permutation test,
 * (1 + hits) / (1 + SAMPLES), which is never zero.
 */
export function chanceOf(rows: readonly Row[], statistic: (rows: readonly Row[]) => number, seed: string): number {
  const observed = statistic(rows)
  const drawn = rows.map(({ answers, ranks }): Row => ({ answers, ranks: ranks.toSorted() }))
  const arrangements = rows.reduce((product, { ranks }) => product * countArrangements(ranks), 1)
  let hits = 0
  if (arrangements <= SAMPLES) {
    do if (statistic(drawn) >= observed) hits++
    while (drawn.some(({ ranks }) => nextArrangement(ranks)))
    return hits / arrangements
  }
  const random = seededRandom(seed)
  for (let sample = 0; sample < SAMPLES; sample++) {
    for (const { ranks } of drawn) shuffleInPlace(ranks, random)
    if (statistic(drawn) >= observed) hits++
  }
  return (1 + hits) / (1 + SAMPLES)
}
