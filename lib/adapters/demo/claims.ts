import { CORPUS } from './corpus/corpus.ts'
import { isKind } from './kinds.ts'
import { isLanguageNote } from './languages.ts'
import { countWords, overlap, similarity, termsOf } from './words.ts'

/** One statement of an answer: a sentence without markdown and without the author's framing. */
export type Claim = { text: string; terms: ReadonlySet<string>; isFromCorpus: boolean; isExample: boolean }

/** Every claim is compared with every other; longer texts are judged by their beginning. */
const MAX_CLAIMS = 120

/** How the offline models open a reply when they have nothing; close enough to their words not to fit anybody else's. */
const DECLINES =
  /found no article on it\.|I have no lesson on it\.|I have no data on this and give no answer|My small offline corpus has nothing on this|I would distrust any offline model/

const FRAMING = /\b(i|me|my|mine|myself|let me|i'm|i’m)\b/i
const SOURCE_LINE = /^\s*sources?:/i

/** Bare sentence to whether it is an example. */
let corpusSentences: ReadonlyMap<string, boolean> | null = null

function corpusKind(text: string): { isFromCorpus: boolean; isExample: boolean } {
  corpusSentences ??= new Map(
    CORPUS.flatMap((article) => article.sections.flatMap((part) => part.sentences)).map((text) => [
      bare(text),
      isKind('example', text),
    ]),
  )
  const known = corpusSentences.get(bare(text))
  return { isFromCorpus: known !== undefined, isExample: known ?? isKind('example', text) }
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
  if (DECLINES.test(answer)) return []
  const sentences = answer
    .replace(/```[\s\S]*?(```|$)/g, '')
    .split('\n')
    .filter((line) => !/^\s*(#|\||>|---)/.test(line) && !SOURCE_LINE.test(line))
    .flatMap((line) => sentencesOf(plain(line)))
    .filter((sentence) => countWords(sentence) > 0 && !isLanguageNote(sentence))
  const content = sentences.filter((text) => countWords(text) >= 5 && !FRAMING.test(text) && !text.endsWith('?'))
  return (content.length > 0 ? content : sentences).slice(0, MAX_CLAIMS).map((text) => ({
    text,
    terms: new Set(termsOf(text)),
    ...corpusKind(text),
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
