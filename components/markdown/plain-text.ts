import type { Token, Tokens } from 'marked'
import { decodeEntities, lexMarkdown } from './lex.ts'

/** A markdown text without its marks, as somebody would have typed it: for a mail or a note. */
export function plainText(source: string): string {
  return blocks(lexMarkdown(source))
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function blocks(tokens: readonly Token[]): string {
  return tokens.map(block).filter(Boolean).join('\n\n')
}

function block(token: Token): string {
  switch (token.type) {
    case 'space':
    case 'def':
      return ''
    case 'hr':
      return '---'
    case 'code':
    case 'html':
      return token.text.replace(/\n+$/, '')
    case 'math':
      return (token as unknown as { tex: string }).tex
    case 'blockquote':
      return blocks(token.tokens ?? [])
    case 'list':
      return (token as Tokens.List).items.map((item, i) => listItem(item, token as Tokens.List, i)).join('\n')
    case 'table':
      return table(token as Tokens.Table)
    default:
      return inline(token)
  }
}

function listItem(item: Tokens.ListItem, list: Tokens.List, index: number): string {
  const mark = list.ordered ? `${Number(list.start || 1) + index}.` : '-'
  const done = item.task ? (item.checked ? '[x] ' : '[ ] ') : ''
  const indent = ' '.repeat(mark.length + 1)
  const content = item.tokens.map(block).filter(Boolean).join('\n')
  return `${mark} ${done}${content.replace(/\n(?=.)/g, `\n${indent}`)}`
}

/** Cells are parted by tabs, as spreadsheets take them. */
function table({ header, rows }: Tokens.Table): string {
  const line = (cells: Tokens.TableCell[]) => cells.map((cell) => spans(cell.tokens)).join('\t')
  return [header, ...rows].map(line).join('\n')
}

function spans(tokens: readonly Token[] | undefined): string {
  return (tokens ?? []).map(inline).join('')
}

function inline(token: Token): string {
  switch (token.type) {
    case 'br':
      return '\n'
    case 'checkbox':
      return ''
    case 'math':
      return (token as unknown as { tex: string }).tex
    case 'link':
      return linked(spans(token.tokens), token.href)
    case 'image':
      return linked(token.text || 'image', token.href)
    case 'codespan':
    case 'html':
      return token.text
    default:
      if ('tokens' in token && token.tokens) return spans(token.tokens)
      return 'text' in token && typeof token.text === 'string' ? decodeEntities(token.text) : token.raw
  }
}

/** A link keeps its address where that says more than its words; pages of this product mean nothing elsewhere. */
function linked(words: string, href: string): string {
  const address = href.replace(/^mailto:/i, '')
  return words === address || !/^https?:|@/i.test(address) ? words : `${words} (${address})`
}
