import 'server-only'
import { cleanText } from '../../core/kernel/text.ts'

const MAX_WORDS = 16

/**
 * A tsquery that wants every word of `text` from its beginning, `''` where there is none. Words are cut at white space
 * only: the database's own parser then sees `node.js` or `3.14` as it saw them in what it indexed.
 */
export function wordQuery(text: string): string {
  return cleanText(text)
    .split(/\s+/)
    .map((word) => word.replace(/['\\]/g, ' ').trim())
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, MAX_WORDS)
    .map((word) => `'${word}':*`)
    .join(' & ')
}
