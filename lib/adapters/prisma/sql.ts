import 'server-only'
import { cleanText } from '../../core/kernel/text.ts'

/** JSON that PostgreSQL accepts: without NUL characters and lone surrogates, in keys as in values. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner) => {
    if (typeof inner === 'string') return cleanText(inner)
    if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return inner
    return Object.fromEntries(Object.entries(inner).map(([key, item]) => [cleanText(key), item]))
  })
}

/** A timestamp column as Unix milliseconds, a JavaScript number. */
export function asMs(column: string): string {
  return `round(extract(epoch from ${column}) * 1000)::float8`
}

/** False for an id that no row can have, because PostgreSQL would refuse even to compare with it. */
export function isStorable(id: string): boolean {
  return !id.includes('\u0000')
}
