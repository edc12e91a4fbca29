import type { ModelId } from '../council/types.ts'

/** Until when a provider wants a model left alone, by model, in Unix milliseconds. */
export type Limits = Readonly<Record<ModelId, number>>

/** A provider's word is kept that long at most; then it is asked once more. */
export const LONGEST_LIMIT_MS = 900_000

/** Notes a 429 that said how long. Providers count by model, so the others go on; without a time nobody waits here. */
export function limited(
  limits: Limits,
  { model, at, retryAfterMs }: { model: ModelId; at: number; retryAfterMs: number | null },
): Limits {
  const kept = Object.entries(limits).filter(([, until]) => until > at)
  const until = at + Math.min(retryAfterMs ?? 0, LONGEST_LIMIT_MS)
  return Object.fromEntries(until > at ? [...kept.filter(([id]) => id !== model), [model, until]] : kept)
}

/** How long a model is still to be left alone; null when it may be asked. */
export function limitMs(limits: Limits, model: ModelId, now: number): number | null {
  const until = limits[model]
  return until !== undefined && until > now ? until - now : null
}

/** When the last of the models may be asked again; null when none is held back. */
export function limitedUntil(limits: Limits, now: number): number | null {
  const last = Math.max(0, ...Object.values(limits))
  return last > now ? last : null
}
