import type { Piece } from './drafts.ts'

const LONG_CHARS = 2_000
const LONG_LINES = 40

/** Whether a pasted text is better kept beside the box than in it. */
export function isLongPaste(text: string): boolean {
  return text.length > LONG_CHARS || text.split('\n', LONG_LINES + 1).length > LONG_LINES
}

/** The pieces with one more at the end. */
export function withPiece(pieces: Piece[], text: string): Piece[] {
  const last = Math.max(0, ...pieces.map(({ id }) => Number(id)))
  return [...pieces, { id: String(last + 1), text }]
}
