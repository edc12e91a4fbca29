/** Code and formulas that are closed: what looks like a mark in them is none. */
const CLOSED =
  /`[^`\n]*`|\$\$[^$]+\$\$|\\\((?:[^\\]|\\(?!\)))*\\\)|\\\[(?:[^\\]|\\(?!\]))*\\\]|\$(?![\s$])[^$`\n]*(?<!\s)\$(?![\p{L}\p{N}$])/gu
/** How formulas begin. A dollar before a digit is a price. */
const FORMULA = /\$\$|\\\[|\\\(|\$(?=[\p{L}\\({|+-])/u
/** How long the end of a formula is waited for; what goes on for longer was none. */
const LONGEST: Record<string, number> = { $: 60, '\\(': 400, $$: 2_000, '\\[': 2_000 }

/**
 * The tail of a growing text as it should be shown now: marks that are not closed yet are closed, half a link is its text,
 * half a formula waits for its end, and a marker at the very end for what it marks. So nothing flickers between source and
 * result.
 */
export function healTail(block: string): string {
  const text = dropDangling(dropHalfFormula(dropHalfTable(block)))
  const cut = text.lastIndexOf('\n\n') + 1
  return text.slice(0, cut) + closeMarks(halfLink(text.slice(cut)))
}

/** A table is one only from its second line on; until then its first would flash by as text. */
function dropHalfTable(text: string): string {
  const rows = /(?:^|\n)(?:[ \t]*\|[^\n]*(?:\n|$))+$/.exec(text)?.[0] ?? ''
  const isWhole = rows.replace(/^\n/, '').split('\n').length > 2
  return isWhole ? text : text.slice(0, text.length - rows.length)
}

/** TeX means nothing to a reader until it is whole. */
function dropHalfFormula(text: string): string {
  const begin = FORMULA.exec(text.replace(CLOSED, (closed) => ' '.repeat(closed.length)))
  if (!begin) return text
  return text.length - begin.index > (LONGEST[begin[0]] ?? 0) ? text : text.slice(0, begin.index).trimEnd()
}

/** Marks at the end say nothing yet: `**`, a list marker without its item, `[`, an opening fence without its language. */
function dropDangling(text: string): string {
  return text
    .replace(/(^|\n)[ \t]*(?:[-*+>|]|\d{1,9}[.)]?|#{1,6}|={1,}|-{2,}|`{1,3}|~{1,3})[ \t]*$/, '$1')
    .replace(/(?:\*{1,3}|_{1,3}|~{1,2}|`{1,2}|(?<=\s)\$|!?\[|\\|&[#\w]{0,7}|<[/\w]*)$/, '')
}

/** `see [the docs](https://exa` is shown as `see the docs`. */
function halfLink(text: string): string {
  return text.replace(/(?<!\\)!?\[([^\]\n]*)(?:\]|\]\([^)\s]*)?$/, '$1')
}

function closeMarks(text: string): string {
  const code = (text.match(/`+/g) ?? []).filter((run) => run.length === 1).length
  if (code % 2 === 1) return `${text}\``
  const prose = text.replace(CLOSED, '')
  let closers = ''
  if (isOpen(prose, /(?<!\*)\*(?!\*|\s)/g, /(?<![\s*])\*(?!\*)/g)) closers += '*'
  if (isOpen(prose, /\*\*(?!\s)/g, /(?<!\s)\*\*/g)) closers += '**'
  if ((prose.match(/~~/g) ?? []).length % 2 === 1) closers += '~~'
  return closers === '' ? text : text.trimEnd() + closers
}

/** Whether the marks that can open or close are odd in number: one of them waits for its other half. */
function isOpen(text: string, opening: RegExp, closing: RegExp): boolean {
  const places = new Set<number>()
  for (const match of text.matchAll(opening)) places.add(match.index)
  for (const match of text.matchAll(closing)) places.add(match.index)
  return places.size % 2 === 1
}
