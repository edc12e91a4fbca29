/** How large a JSON text is as a structure: how deep its lists and objects nest, and how many values it holds at most. */
export type JsonShape = { depth: number; nodes: number }

/**
 * The shape of a JSON text, told without parsing it, so that a hostile one costs no memory. Stops at the first limit it
 * passes. Of a text that is not JSON it says nothing of use; the parser will.
 */
export function jsonShape(text: string, limits: JsonShape): JsonShape {
  let open = 0
  const shape = { depth: 0, nodes: 1 }
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) at = endOfString(text, at)
    else if (code === BRACE || code === BRACKET) {
      open += 1
      shape.nodes += 1
      if (open > shape.depth) shape.depth = open
    } else if (code === END_BRACE || code === END_BRACKET) open -= 1
    else if (code === COMMA) shape.nodes += 1
    if (shape.depth > limits.depth || shape.nodes > limits.nodes) return shape
  }
  return shape
}

const [QUOTE, COMMA, BRACE, END_BRACE, BRACKET, END_BRACKET, BACKSLASH] = [0x22, 0x2c, 0x7b, 0x7d, 0x5b, 0x5d, 0x5c]

function endOfString(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1
  return at
}
