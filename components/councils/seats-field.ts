import type { SeatChoiceInput } from '@/lib/core/council/choice.ts'

/** The seats in a hidden field of a form; undefined where there is none. What is not JSON names nobody, which the verb refuses. */
export function readSeats(value: FormDataEntryValue | null): SeatChoiceInput | undefined {
  if (typeof value !== 'string' || value === '') return undefined
  try {
    return JSON.parse(value)
  } catch {
    return { members: [], chairman: '' }
  }
}
