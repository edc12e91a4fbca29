/** A measured quantity over rounds: median with quartiles, and how many rounds it stands on. */
export type Spread = { median: number; q1: number; q3: number; n: number }

/** The q-quantile with linear interpolation (type 7 of Hyndman and Fan, 1996); NaN of nothing. */
export function quantile(values: readonly number[], q: number): number {
  if (values.length === 0) return Number.NaN
  const sorted = values.toSorted((a, b) => a - b)
  const at = (sorted.length - 1) * q
  const low = Math.floor(at)
  const below = sorted[low] as number
  const above = sorted[Math.min(low + 1, sorted.length - 1)] as number
  return below + (above - below) * (at - low)
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

export function spread(values: readonly number[]): Spread {
  return { median: median(values), q1: quantile(values, 0.25), q3: quantile(values, 0.75), n: values.length }
}

/** Rounds whose echo is off the median of all by more than `tolerance`: the machine was busy with something else. */
export function voidRounds(echoes: readonly number[], tolerance = 0.15): number[] {
  const middle = median(echoes)
  return echoes.flatMap((echo, i) => (Math.abs(echo / middle - 1) > tolerance ? [i] : []))
}
