import { invalidField } from '../../core/kernel/errors.ts'
import type { Period } from '../../ports/ledger.ts'

const DAY_MS = 86_400_000
/** Where no beginning is named. */
export const PERIOD_DAYS = 30
const LONGEST_DAYS = 400

/** Times as RFC 3339 in UTC or dates; `to` is not part of it. */
export type PeriodInput = { from?: string | undefined; to?: string | undefined }

/** The period that is asked for: up to now, and thirty days of it, where nothing else is said. */
export function periodOf({ from, to }: PeriodInput, now: number): Period {
  const end = to === undefined ? now + 1 : timeOf('to', to)
  const start = from === undefined ? end - PERIOD_DAYS * DAY_MS : timeOf('from', from)
  if (start >= end) throw invalidField('from', 'It has to be before the end.')
  if (end - start > LONGEST_DAYS * DAY_MS) throw invalidField('from', `At most ${LONGEST_DAYS} days at once.`)
  return { from: start, to: end }
}

function timeOf(field: string, text: string): number {
  const isTime = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$/.test(text)
  const time = isTime ? Date.parse(text) : Number.NaN
  if (Number.isNaN(time)) throw invalidField(field, 'Write a date (2026-11-20) or a time with its zone (RFC 3339).')
  return time
}
