/** A JSON object found in prose, with the span of text it came from. */
export type FoundObject = { value: Record<string, unknown>; start: number; end: number }

/** How many candidates are parsed before giving up; keeps hostile nesting linear. */
const ATTEMPTS = 8

type Span = { start: number; end: number }
type Open = { start: number; hasKey: boolean }

/**
 * The last balanced object in `text` that directly holds one of `keys`: alone, in a code fence, or with prose around it.
 * One pass over the text and a bounded number of parses; null when there is none.
 */
export function lastObjectWith(text: string, keys: readonly string[]): FoundObject | null {
  for (const { start, end } of spansWith(text, keys).slice(-ATTEMPTS).reverse()) {
    const value = parseObject(text.slice(start, end))
    if (value && keys.some((key) => Object.hasOwn(value, key))) return { value, start, end }
  }
  return null
}

/** True for what JSON calls an object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

/** Balanced braces in the order they close, where one of `keys` stands directly inside. Quotes count only inside braces. */
function spansWith(text: string, keys: readonly string[]): Span[] {
  const spans: Span[] = []
  const open: Open[] = []
  for (let at = 0; at < text.length; at++) {
    const char = text[at]
    if (char === '{') open.push({ start: at, hasKey: false })
    else if (char === '}') {
      const closed = open.pop()
      if (closed?.hasKey) spans.push({ start: closed.start, end: at + 1 })
    } else if (char === '"' && open.length > 0) {
      const end = endOfString(text, at)
      if (keys.includes(text.slice(at + 1, Math.min(end, at + 32)))) open.at(-1)!.hasKey = true
      at = end
    }
  }
  return spans
}

/** Index of the closing quote, or of the line end that JSON strings cannot cross, so that a stray quote spoils one line. */
function endOfString(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && text[at] !== '"' && text[at] !== '\n') at += text[at] === '\\' ? 2 : 1
  return at
}
