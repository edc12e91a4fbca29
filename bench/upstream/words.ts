/**
 * The i-th token (from 0) of a text answer: `a1`, ` a2`, … after the first letter of the model name, so that a reader can
 * prove order, completeness and whose words they are. About as long as a real token (4 characters).
 */
export function wordAt(model: string, i: number): string {
  return `${i === 0 ? '' : ' '}${nameOf(model)}${i + 1}`
}

/** The whole text answer of `n` tokens. */
export function wordsOf(model: string, n: number): string {
  return Array.from({ length: n }, (_, i) => wordAt(model, i)).join('')
}

/** Cuts `text` into `n` pieces of about the same length, for answers that are not words. */
export function piecesOf(text: string, n: number): string[] {
  const count = Math.max(1, Math.min(n, text.length))
  return Array.from({ length: count }, (_, i) =>
    text.slice(Math.floor((i * text.length) / count), Math.floor(((i + 1) * text.length) / count)),
  )
}

function nameOf(model: string): string {
  const bare = (model.split('/').at(-1) ?? model).split(':')[0] ?? ''
  return (
    bare
      .replace(/[^A-Za-z]/g, '')
      .slice(0, 1)
      .toLowerCase() || 'w'
  )
}
