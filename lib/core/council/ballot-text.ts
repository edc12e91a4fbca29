/** Finds the label that a piece of text begins with: "B", "Response B", "**B** - because …"; null when it is none. */
export type LabelReader = (text: string) => string | null

const MARKER = /final[ _-]ranking/gi
const BULLET = /^(?:[-*•–]|\(?\d{1,3}[.):])\s*/
const PREFIX = /^(?:response|answer|candidate|option)[\s:-]+/i
const WORD = /^[\p{L}\p{N}]+/u
/** What may follow a bare label. A space and a letter may not: "A good answer" does not name A. */
const LABEL_END = /^\s*(?:$|[^\p{L}\p{N}\s])/u
/** A label is near the beginning of its piece; the rest is explanation. */
const PIECE_CHARS = 120

/** A reader for these labels; letter case, decoration and a noun before the label do not matter. */
export function labelReader(labels: readonly string[]): LabelReader {
  const known = new Map(labels.map((label) => [label.toUpperCase(), label]))
  return (text) => {
    const plain = text
      .slice(0, PIECE_CHARS)
      .replace(/[*_`"'#[\]()]/g, '')
      .trim()
    const exact = known.get(plain.toUpperCase())
    if (exact !== undefined) return exact
    const named = plain.replace(PREFIX, '')
    const word = WORD.exec(named)?.[0] ?? ''
    const isNamed = named.length < plain.length
    if (!isNamed && !LABEL_END.test(named.slice(word.length))) return null
    return known.get(word.toUpperCase()) ?? null
  }
}

/** Tiers of one line: "B > A = C" is B, then A and C tied. Pieces that name no label are left out. */
export function tiersOfLine(line: string, read: LabelReader): string[][] {
  return line
    .split('>')
    .map((tier) => tier.split('=').flatMap((piece) => read(piece) ?? []))
    .filter((tier) => tier.length > 0)
}

/**
 * The ranking written after the last FINAL RANKING marker: numbered or bulleted items, or lines with > and =. Ends at the
 * first line after the items that is neither; null when there is no marker or nothing under it.
 */
export function rankingInText(text: string, read: LabelReader): string[][] | null {
  const marker = [...text.matchAll(MARKER)].at(-1)
  if (!marker) return null
  const tiers: string[][] = []
  for (const line of linesOf(text.slice(marker.index + marker[0].length))) {
    const item = line.replace(/^[*_#:\s]+(?=[^\s])/, '').replace(BULLET, '')
    const found = isItem(line) ? tiersOfLine(item, read) : []
    if (found.length === 0 && tiers.length > 0) break
    for (const tier of found) tiers.push(tier)
  }
  return tiers.length > 0 ? tiers : null
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function isItem(line: string): boolean {
  return /[>=]/.test(line) || BULLET.test(line.replace(/^[*_#:\s]+/, '')) || BULLET.test(line)
}
