import { Lexer, type MarkedToken } from 'marked'
import { MARKDOWN_OPTIONS, type MathToken } from './math-syntax.ts'

export type MarkdownToken = MarkedToken | MathToken

/** Deeper quotes or lists than any person writes; beyond it the source is shown as text. */
const TOO_DEEP = /^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*){24,}|^[ \t]{40,}(?:[-*+]|\d{1,9}[.)])[ \t]/m
/** What makes inline parsing quadratic: towers of brackets, thousands of emphasis marks, one endless block. */
const TOO_TANGLED = /[[\]]{40,}|(?:!\[|\[!){20,}|(?:\[[^\]\n]{0,9}\]\(){40,}/
const MAX_MARKS = 1_500
const MAX_BLOCK = 16_000

/** Tokens of one markdown block. Whatever the lexer should not or cannot take comes back as one plain paragraph. */
export function lexMarkdown(source: string): MarkdownToken[] {
  if (isHostile(source)) return [plain(source)]
  try {
    return new Lexer(MARKDOWN_OPTIONS).lex(source) as MarkdownToken[]
  } catch {
    return [plain(source)]
  }
}

function isHostile(source: string): boolean {
  if (TOO_DEEP.test(source) || TOO_TANGLED.test(source)) return true
  if (/^ {0,3}(?:```|~~~)/.test(source)) return false
  return source.length > MAX_BLOCK || (source.match(/[*_]/g)?.length ?? 0) > MAX_MARKS
}

function plain(source: string): MarkedToken {
  return { type: 'paragraph', raw: source, text: source, tokens: [{ type: 'text', raw: source, text: source }] }
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

/** Text with the common character references resolved, as markdown means them. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,5}));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[name.toLowerCase()] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\ufffd'
  })
}

const SOURCE_PAGE = /^\/sources\/[a-z\d-]{1,64}(?:#[a-z\d-]{1,64})?$/

/** The page of a passage of the product's own corpus, the only address of ours that an answer may lead to; else null. */
export function sourceHref(href: string): string | null {
  return SOURCE_PAGE.test(href) ? href : null
}

/** The address if it may be a link (http, https, mailto), else null. Control characters hide schemes, so they disqualify. */
export function safeHref(href: string): string | null {
  const address = decodeEntities(href).trim()
  if (/[\p{Cc}\s]/u.test(address) || !/^(?:https?:\/\/|mailto:)/i.test(address)) return null
  return URL.canParse(address) ? address : null
}
