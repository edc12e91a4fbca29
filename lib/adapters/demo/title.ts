import { termsOf, wordsOf } from './words.ts'

const MAX_WORDS = 7
/** Of scripts that put no spaces between words. */
const MAX_CHARS = 24
const UNSPACED = /[\u3040-\u30ff\u4e00-\u9fff]/
const OPENING = /^(?:(?:please|hello|hi|hey|can you|could you|would you|tell me|explain(?: to me)?)[\s,]+)+/i

/**
 * A title of words of the question, in their order: all of a short one, else its first clause where that is short, else
 * the run of words that says most.
 */
export function composeTitle({ question, answer }: { question: string; answer: string }): string {
  const sentence = (question.match(/[^.!?\n。！？]*[\p{L}\p{N}][^.!?\n。！？]*/u)?.[0] ?? '').trim()
  if (UNSPACED.test(sentence)) return [...sentence].slice(0, MAX_CHARS).join('')
  const asked = sentence.replace(OPENING, '')
  const words = asked.split(/\s+/)
  const clause = asked.split(/[,;:]\s/, 1)[0]?.split(/\s+/) ?? []
  const isEnough = clause.length > 3 && clause.length <= MAX_WORDS
  const chosen = words.length <= MAX_WORDS ? words : isEnough ? clause : trimmed(bestRun(words, weights(answer)))
  return capitalized(chosen.join(' ').replace(/[,;:]+$/, ''))
}

function bestRun(words: string[], weightOf: (word: string) => number): string[] {
  const starts = Array.from({ length: words.length - MAX_WORDS + 1 }, (_, start) => start)
  const score = (start: number) => words.slice(start, start + MAX_WORDS).reduce((sum, word) => sum + weightOf(word), 0)
  const best = starts.reduce((found, start) => (score(start) > score(found) ? start : found))
  return words.slice(best, best + MAX_WORDS)
}

/** A word that carries meaning counts once, and more where the answer takes it up. */
function weights(answer: string): (word: string) => number {
  const counts = new Map<string, number>()
  for (const term of termsOf(answer)) counts.set(term, (counts.get(term) ?? 0) + 1)
  return (word) => termsOf(word).reduce((sum, term) => sum + 1 + 3 * Math.min(2, counts.get(term) ?? 0), 0)
}

/** Without small words at either end, as long as three words are left. */
function trimmed(words: string[]): string[] {
  const isSmall = (word: string | undefined) => termsOf(word ?? '').length === 0 && wordsOf(word ?? '').length > 0
  let [from, to] = [0, words.length]
  while (to - from > 3 && isSmall(words[from])) from += 1
  while (to - from > 3 && isSmall(words[to - 1])) to -= 1
  return words.slice(from, to)
}

function capitalized(text: string): string {
  const [first = ''] = text
  return first.toLocaleUpperCase('en') + text.slice(first.length)
}
