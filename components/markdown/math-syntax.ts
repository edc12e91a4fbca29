import { Marked, type MarkedOptions, type Token, type TokenizerAndRendererExtension } from 'marked'

/** Mathematics as models write it: `$…$` and `\(…\)` in a line, `$$…$$` and `\[…\]` on lines of their own. */
export type MathToken = { type: 'math'; raw: string; tex: string; isDisplay: boolean }

/** In a line. No blank inside the dollars, no letter or digit after them: "$5 and $10" is money. */
const INLINE: [RegExp, isDisplay: boolean][] = [
  [/^\$\$(?!\$)((?:\\[\s\S]|[^\\$]|\$(?!\$)){1,4000}?)\$\$(?!\$)/, true],
  [/^\$(?![\s$])((?:\\[\s\S]|[^\\$`]){1,600})(?<![\s\\])\$(?![\p{L}\p{N}$])/u, false],
  [/^\\\(((?:[^\\]|\\(?!\))){1,2000}?)\\\)/, false],
  [/^\\\[((?:[^\\]|\\(?!\])){1,4000}?)\\\]/, true],
]
const BLOCK = [
  /^ {0,3}\$\$(?!\$)((?:\\[\s\S]|[^\\$]|\$(?!\$)){1,4000}?)\$\$[ \t]*(?:\n+|$)/,
  /^ {0,3}\\\[((?:[^\\]|\\(?!\])){1,4000}?)\\\][ \t]*(?:\n+|$)/,
]
const INLINE_START = /\$|\\[([]/
const BLOCK_START = /(?:^|\n) {0,3}(?:\$\$|\\\[)/

/** What the lexer of this product knows beyond GitHub's markdown. */
export const MARKDOWN_OPTIONS: MarkedOptions = new Marked({
  gfm: true,
  breaks: false,
  extensions: [
    { name: 'mathBlock', level: 'block', start: startOfBlock, tokenizer: blockToken },
    { name: 'math', level: 'inline', start: (source) => source.search(INLINE_START), tokenizer: inlineToken },
  ] as TokenizerAndRendererExtension[],
}).defaults

function startOfBlock(source: string): number {
  const match = BLOCK_START.exec(source)
  if (!match) return -1
  return match[0].startsWith('\n') ? match.index + 1 : match.index
}

function blockToken(source: string): MathToken | undefined {
  for (const pattern of BLOCK) {
    const match = pattern.exec(source)
    if (match?.[1] && isMath(match[1]) && !isReference(match[0])) return token(match[0], match[1], true)
  }
}

function inlineToken(source: string, before: Token[]): MathToken | undefined {
  if (source[0] === '$' && endsInWord(before.at(-1))) return
  for (const [pattern, isDisplay] of INLINE) {
    const match = pattern.exec(source)
    if (match?.[1] && isMath(match[1]) && !isReference(match[0])) return token(match[0], match[1], isDisplay)
  }
}

function token(raw: string, tex: string, isDisplay: boolean): MathToken {
  return { type: 'math', raw, tex: tex.trim(), isDisplay }
}

/** The dollar of "US$5" opens nothing. */
function endsInWord(before: Token | undefined): boolean {
  return before?.type === 'text' && /[\p{L}\p{N}]$/u.test(before.raw)
}

/** Words in a row with no sign of TeX are prose between two prices, or brackets that were only escaped. */
function isMath(tex: string): boolean {
  if (tex.trim() === '') return false
  if (/[\\^_{}=]/.test(tex)) return true
  return !/\p{L}{2,}\s+\p{L}{2,}|\d\s+\p{L}{2,}|^\s*\p{L}{2,}\s*$/u.test(tex)
}

/** `\[1\]` and `\[x\]` are brackets that were escaped. */
function isReference(raw: string): boolean {
  return /^\s*\\\[\w{1,12}\\\]\s*$/.test(raw)
}
