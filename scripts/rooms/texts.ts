/** A text that people would read, written into a component instead of a message file. */
export type Text = { text: string; line: number }

export type Node = { type: string; start: number; [key: string]: unknown }

/** Attributes that people read or hear. */
const READ = new Set(['aria-label', 'title', 'alt', 'placeholder', 'label', 'legend', 'description', 'note'])

/** The same in every language. */
const NAMES = new Set(['LLM Council', 'Markdown', 'JSON', 'mermaid', 'text'])

const WORD = /\p{L}{2,}/u

/** The texts of one node: between tags, in an attribute that is read, or as a branch of an expression in either. */
export function textsOf(node: Node): { text: string; start: number }[] {
  if (node.type === 'JSXText') return written(node, node.value)
  if (node.type === 'JSXAttribute') {
    const name = (node.name as Node).name
    const value = node.value as Node | null
    return typeof name === 'string' && READ.has(name) && value ? branches(value) : []
  }
  if (node.type !== 'JSXElement' && node.type !== 'JSXFragment') return []
  return (node.children as Node[]).filter(({ type }) => type === 'JSXExpressionContainer').flatMap(branches)
}

/** What an expression may come to, where that is written there. */
function branches(node: Node): { text: string; start: number }[] {
  switch (node.type) {
    case 'JSXExpressionContainer':
      return branches(node.expression as Node)
    case 'Literal':
      return written(node, node.value)
    case 'TemplateLiteral':
      return written(node, (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join(' '))
    case 'ConditionalExpression':
      return [...branches(node.consequent as Node), ...branches(node.alternate as Node)]
    case 'LogicalExpression':
      return branches(node.right as Node)
    default:
      return []
  }
}

function written(node: Node, value: unknown): { text: string; start: number }[] {
  const text = typeof value === 'string' ? value.replace(/&\w+;/g, ' ').trim().replace(/\s+/g, ' ') : ''
  return WORD.test(text) && !NAMES.has(text) ? [{ text, start: node.start }] : []
}
