/**
 * What a model or a person wrote, as Markdown that cannot break out of its place: no HTML, no images, only harmless links,
 * headings below ours, and fences that are closed. Its own emphasis, lists, tables and code stay.
 */
export function asMarkdownText(text: string): string {
  return splitFences(text.replace(/\r\n?/g, '\n').split('\n'))
    .map((piece) => (piece.kind === 'code' ? fenced(piece.info, piece.lines) : safeProse(piece.lines)))
    .join('\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd()
}

/** One line of text for a heading or a table cell: nothing in it is markup. */
export function asInlineText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|#!~&]/g, (character) => `\\${character}`)
}

type Piece = { kind: 'prose'; lines: string[] } | { kind: 'code'; info: string; lines: string[] }

/** Backticks may stand behind a fence of tildes only. */
const OPENING = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})(.*)$/

/** Fences are cut out and written anew, so that ours and a reader's idea of where they end cannot differ. */
function splitFences(lines: string[]): Piece[] {
  const pieces: Piece[] = []
  let prose: string[] = []
  for (let at = 0; at < lines.length; at++) {
    const opening = OPENING.exec(lines[at] as string)
    if (!opening) {
      prose.push(lines[at] as string)
      continue
    }
    const [, fence = '', info = ''] = opening
    const end = closingAt(lines, at + 1, fence)
    pieces.push({ kind: 'prose', lines: prose }, { kind: 'code', info, lines: lines.slice(at + 1, end) })
    prose = []
    at = end
  }
  return [...pieces, { kind: 'prose', lines: prose }]
}

function closingAt(lines: string[], from: number, fence: string): number {
  const character = fence[0] === '~' ? '~' : '`'
  const closing = new RegExp(`^ {0,3}${character}{${fence.length},}\\s*$`)
  let at = from
  while (at < lines.length && !closing.test(lines[at] as string)) at += 1
  return at
}

function fenced(info: string, lines: string[]): string {
  const longest = Math.max(2, ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length)))
  const fence = '`'.repeat(longest + 1)
  const language = /^\s*([\w+#.-]{1,30})/.exec(info)?.[1] ?? ''
  return ['', `${fence}${language}`, ...lines, fence, ''].join('\n')
}

/** Code spans keep their characters only where every line of a paragraph closes its own; else all of it is escaped. */
function safeProse(lines: string[]): string {
  const out: string[] = []
  let paragraph: string[] = []
  const flush = () => {
    const isBalanced = paragraph.every(hasWholeSpans)
    for (const line of paragraph) out.push(safeLine(line, isBalanced, out.at(-1)))
    paragraph = []
  }
  for (const line of lines) {
    if (line.trim() !== '') paragraph.push(line)
    else {
      flush()
      out.push('')
    }
  }
  flush()
  return out.join('\n')
}

const SPAN = /(?<!`)(`+)(?!`)(.*?[^`])\1(?!`)/g

/** Pairing backticks takes more than linear time; nobody reads a longer line. */
const SPAN_LINE_MAX = 4_000

/** Not where `]:` stands: a link definition is read before code spans are, and could hide in one. */
function hasWholeSpans(line: string): boolean {
  if (line.length > SPAN_LINE_MAX || line.includes('\\`') || line.includes(']:')) return false
  return !line.replace(SPAN, '').includes('`')
}

function safeLine(line: string, keepsSpans: boolean, before = ''): string {
  const spans = keepsSpans ? [...line.matchAll(SPAN)] : []
  let at = 0
  let safe = ''
  for (const span of spans) {
    safe += escaped(line.slice(at, span.index)) + span[0]
    at = span.index + span[0].length
  }
  return belowOurs(safe + escaped(line.slice(at)), before)
}

/** HTML, images, links that are not plainly harmless, and entities, which could spell any of them. */
function escaped(text: string): string {
  return text
    .replace(/&(?=#|\w)/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/!\[/g, '\\!\\[')
    .replace(/\]\((?!\s*(?:https?:\/\/|mailto:|#))/gi, ']\\(')
    .replaceAll(']:', ']\\:')
}

function belowOurs(line: string, before: string): string {
  const heading = /^( {0,3})(#{1,6})(?=\s|$)/.exec(line)
  if (heading) return `${'#'.repeat(Math.min(6, (heading[2] as string).length + 4))}${line.slice(heading[0].length)}`
  if (/^ {0,3}=+\s*$/.test(line)) return `\\${line.trim()}`
  // A line of dashes under text would make a heading of it.
  return /^ {0,3}-+\s*$/.test(line) && before.trim() !== '' ? `\n${line.trim()}` : line
}
