const STOP_WORDS = new Set(
  `a about after again all also am an and any are as at be because been before being but by can cannot could did do does
  doing done each either else ever every few for from get gets give given go goes going had has have having he her here him
  his how i if in into is it its just know let like long make many may me might more most much must my need no nor not of
  off often on once one only or other our out over own please quite rather really s same say she should so some such t take
  tell than that the their them then there these they thing things think this those through to too two under until up upon
  us use used using very want was way we well were what when where whether which while who whom whose why will with within
  without would yes yet you your best better good bad differ differs explain explained mean means work works difference between
  compare compared versus vs trade offs tradeoff tradeoffs pros cons advantages disadvantages actually right wrong main first ok okay thank thanks`.split(
    /\s+/,
  ),
)

/** Lower-case words and numbers of any script, accents removed; `NoSQL` is one word, `stand-up` two. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Stemmed content words in order of appearance, repetitions kept. */
export function termsOf(text: string): string[] {
  return wordsOf(text)
    .filter((word) => word.length > 1 && !STOP_WORDS.has(word))
    .map(stem)
}

/** Light English suffix stripping: enough to join `caching`, `cached` and `cache`; other scripts pass unchanged. */
export function stem(word: string): string {
  let out = word
  if (out.length > 4 && out.endsWith('ies')) out = `${out.slice(0, -3)}y`
  else if (out.length > 3 && /[^siu]s$/.test(out)) out = out.slice(0, -1)
  if (out.length > 5 && out.endsWith('ing')) out = undouble(out.slice(0, -3))
  else if (out.length > 4 && out.endsWith('ed')) out = undouble(out.slice(0, -2))
  return out.length > 3 && out.endsWith('e') ? out.slice(0, -1) : out
}

function undouble(text: string): string {
  return /([bdgmnprt])\1$/.test(text) ? text.slice(0, -1) : text
}

/** Words as a reader counts them: runs of characters between spaces that hold a letter or a digit. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((part) => /[\p{L}\p{N}]/u.test(part)).length
}

/** Share of the smaller term set that the other one holds too, 0 to 1. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  if (small.size === 0) return 0
  let shared = 0
  for (const term of small) if (large.has(term)) shared += 1
  return shared / small.size
}

/** Shared terms by all terms of both sets (Jaccard 1901), 0 to 1. */
export function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const term of a) if (b.has(term)) shared += 1
  const union = a.size + b.size - shared
  return union === 0 ? 0 : shared / union
}
