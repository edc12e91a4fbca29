import { isObject } from '../council/ballot-json.ts'
import { invalidField } from '../kernel/errors.ts'
import { cleanText } from '../kernel/text.ts'

/** An object of an imported file, and where it is: `messages.3.stage2.0`. */
export type Field = { value: Record<string, unknown>; path: string }

const EARLIEST = Date.UTC(1970, 0, 1)
const LATEST = Date.UTC(2200, 0, 1)

/** `value` as an object; throws VALIDATION_FAILED that names `path`. */
export function objectAt(value: unknown, path: string): Field {
  if (!isObject(value)) throw invalidField(path, 'Expected an object.')
  return { value, path }
}

/** A list of objects; absent and null are empty. `max` entries at most. */
export function objectsAt({ value, path }: Field, key: string, max: number): Field[] {
  const list = value[key] ?? []
  const at = join(path, key)
  if (!Array.isArray(list)) throw invalidField(at, 'Expected a list.')
  if (list.length > max) throw invalidField(at, `Expected at most ${max.toLocaleString('en')} entries.`)
  return list.map((entry, index) => objectAt(entry, join(at, String(index))))
}

/** Text without what a database cannot hold; null where it is absent or null. */
export function textAt({ value, path }: Field, key: string): string | null {
  const text = value[key] ?? null
  if (text === null) return null
  if (typeof text !== 'string') throw invalidField(join(path, key), 'Expected text.')
  return cleanText(text)
}

/** Text that must be there. */
export function requiredText(field: Field, key: string): string {
  const text = textAt(field, key)
  if (text === null) throw invalidField(join(field.path, key), 'Expected text.')
  return text
}

/** A time in Unix milliseconds; one without a zone is UTC, an absent one null. */
export function timeAt(field: Field, key: string): number | null {
  const text = textAt(field, key)
  if (text === null || text === '') return null
  const zoned = /(?:z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}${text.includes(':') ? 'Z' : ''}`
  const time = Date.parse(zoned.replace(/^(\d{4}-\d\d-\d\d) (?=\d)/, '$1T'))
  if (Number.isNaN(time)) throw invalidField(join(field.path, key), 'Expected a time like 2026-11-20T12:00:00Z.')
  if (time < EARLIEST || time > LATEST) throw invalidField(join(field.path, key), 'Expected a time from 1970 to 2200.')
  return time
}

/** What is left of an object without the fields that were understood; null where nothing is. */
export function leftOf({ value }: Field, known: readonly string[]): Record<string, unknown> | null {
  const rest = Object.entries(value).filter(([key, inner]) => !known.includes(key) && inner !== null)
  return rest.length === 0 ? null : Object.fromEntries(rest)
}

/** A path below a path. */
export function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}
