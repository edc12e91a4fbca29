/** Arithmetic mean, null for no values. Adds in ascending order, so that the order of the input cannot change a bit of it. */
export function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sum = values.toSorted((a, b) => a - b).reduce((total, value) => total + value, 0)
  return sum / values.length
}
