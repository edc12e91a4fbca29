import { CORPUS } from './corpus/corpus.ts'
import { isLanguageNote } from './languages.ts'
import { countWords, overlap, similarity, termsOf } from './words.ts'

/** One statement of an answer: a sentence without markdown and without the author's framing. */
export type Claim = { text: string; terms: ReadonlySet<string>; isFromCorpus: boolean }

/** Words that every reply without material contains, and no other text does. */
export const REMEDY = 'provider key in the .env file'

/** How the offline models say that they have nothing. */
const DECLINES = /\b(no article on it|no lesson on it|no data on this|has nothing on this|will not answer this)\b/

const FRAMING = /\b(i|me|my|mine|myself|let me|i'm|i’m)\b/i
const SOURCE_LINE = /^\s*sources?:/i

let corpusSentences: ReadonlySet<string> | null = null

function isFromCorpus(text: string): boolean {
  corpusSentences ??= new Set(CORPUS.flatMap((article) => article.sections.flatMap((s) => s.sentences.map(bare))))
  return corpusSentences.has(bare(text))
}

/** Letters and digits only, and without the phrase that Teacher drops. */
function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/^for example,\s*/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * The statements of an answer in their order; headings, tables, code, sources, questions and first-person framing left
 * out. An answer that would have nothing left, such as "Paris.", is taken as it is; a reply without material has none.
 */
export function claimsOf(answer: string): Claim[] {
  if (answer.includes(REMEDY) || DECLINES.test(answer)) return []
  const sentences = answer
    .replace(/```[\s\S]*?(```|$)/g, '')
    .split('\n')
    .filter((line) => !/^\s*(#|\||>|---)/.test(line) && !SOURCE_LINE.test(line))
    .flatMap((line) => sentencesOf(plain(line)))
    .filter((sentence) => countWords(sentence) > 0 && !isLanguageNote(sentence))
  const content = sentences.filter((text) => countWords(text) >= 5 && !FRAMING.test(text) && !text.endsWith('?'))
  return (content.length > 0 ? content : sentences).map((text) => ({
    text,
    terms: new Set(termsOf(text)),
    isFromCorpus: isFromCorpus(text),
  }))
}

function plain(line: string): string {
  return line
    .replace(/^\s*(?:[-*+]|\d+[.)])\s+/, '')
    .replace(/^\*\*[^*]+[.:]\*\*\s*/, '')
    .replace(/\*\*|__|`/g, '')
    .trim()
}

/** Sentences of running text; a period inside a number, a version or a file name does not end one. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?…]["”’)]?)\s+(?=["“(]?[\p{Lu}\p{N}])/u)
    .map((sentence) => sentence.trim())
    .filter(Boolean)
}

/** Whether two statements say the same for all that words can tell. */
export function isSame(a: Claim, b: Claim): boolean {
  return (
    a.text === b.text ||
    similarity(a.terms, b.terms) >= 0.6 ||
    (Math.min(a.terms.size, b.terms.size) >= 6 && overlap(a.terms, b.terms) >= 0.85)
  )
}
