/** A question as it stands in the box: what was written, and long texts that were pasted beside it. */
export type QuestionParts = { text: string; pieces: string[] }

const FENCE = /^(`{3,}|~{3,})(.*)$/
/** What a piece is called in the fence it is sent in. */
const PASTED = 'pasted'

/** The question as it is sent: the text, then each piece in a fence of its own. A piece alone needs none. */
export function joinQuestion({ text, pieces }: QuestionParts): string {
  const said = text.trim()
  if (pieces.length === 0) return text
  if (said === '' && pieces.length === 1) return pieces[0] ?? ''
  return [...(said === '' ? [] : [said]), ...pieces.map(fenced)].join('\n\n')
}

/** Takes a sent question apart again. */
export function splitQuestion(question: string): QuestionParts {
  const said: string[] = []
  const pieces: string[] = []
  let open: { mark: string; lines: string[] } | null = null
  for (const line of question.split('\n')) {
    const [, mark = '', name = ''] = FENCE.exec(line) ?? []
    if (open && line === open.mark) {
      pieces.push(open.lines.join('\n'))
      open = null
    } else if (open) open.lines.push(line)
    else if (name === PASTED) open = { mark, lines: [] }
    else said.push(line)
  }
  if (open) said.push(open.mark + PASTED, ...open.lines)
  return pieces.length === 0 ? { text: question, pieces } : { text: said.join('\n').trim(), pieces }
}

/** What a piece is shown as: its first line that says something, and how large it is. */
export function pieceLine(piece: string): { first: string; characters: number; lines: number } {
  const first = piece.split('\n', 200).find((line) => line.trim() !== '') ?? ''
  return { first: first.trim().slice(0, 120), characters: piece.length, lines: piece.split('\n').length }
}

/** What begins a block of its own, so that a headline ends before it. */
const BLOCK = /^ {0,3}(?:#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s|>|`{3,}|~{3,}|\|)/

/** A question as it is shown: its first paragraph is the headline, word for word; what follows is markdown. */
export function questionHead(text: string): { head: string; body: string } {
  const lines = text.trim().split('\n')
  if (BLOCK.test(lines[0] ?? '')) return { head: text, body: '' }
  const end = lines.findIndex((line) => line.trim() === '' || BLOCK.test(line))
  if (end === -1) return { head: text, body: '' }
  return { head: lines.slice(0, end).join('\n'), body: lines.slice(end).join('\n').trim() }
}

/** A fence longer than any in the text, so that nothing in it can close it. */
function fenced(piece: string): string {
  const longest = Math.max(2, ...(piece.match(/`{3,}/g) ?? []).map((mark) => mark.length))
  const mark = '`'.repeat(longest + 1)
  return `${mark}${PASTED}\n${piece}\n${mark}`
}
