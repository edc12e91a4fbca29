/** How many different orders a multiset of numbers has: n! over the factorials of its repeats. */
export function countArrangements(values: ArrayLike<number>): number {
  const seen = new Map<number, number>()
  let count = 1
  for (let i = 0; i < values.length; i++) {
    const repeat = (seen.get(values[i]!) ?? 0) + 1
    seen.set(values[i]!, repeat)
    count = (count * (i + 1)) / repeat
  }
  return count
}

/** Turns `values` into its next order in place; after the last one it starts over, ascending, and says false. */
export function nextArrangement(values: Int32Array): boolean {
  let pivot = values.length - 2
  while (pivot >= 0 && values[pivot]! >= values[pivot + 1]!) pivot--
  if (pivot >= 0) {
    let swap = values.length - 1
    while (values[swap]! <= values[pivot]!) swap--
    exchange(values, pivot, swap)
  }
  values.subarray(pivot + 1).reverse()
  return pivot >= 0
}

/** Shuffles `values` uniformly in place (Fisher-Yates). */
export function shuffleInPlace(values: Int32Array, random: () => number): void {
  for (let i = values.length - 1; i > 0; i--) exchange(values, i, Math.floor(random() * (i + 1)))
}

function exchange(values: Int32Array, i: number, j: number): void {
  const held = values[i]!
  values[i] = values[j]!
  values[j] = held
}
