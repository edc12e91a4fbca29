import type { Token } from 'marked'
import { createElement, Fragment, type ReactNode } from 'react'
import { Citation } from './citation.tsx'
import { decodeEntities, safeHref, sourceHref } from './lex.ts'
import type { MathToken } from './math-syntax.ts'
import type { MarkdownParts } from './parts.ts'
import { ImageWord } from './words.tsx'

const MAX_DEPTH = 24

/** Inline tokens as elements. Raw HTML is text, an image is a link to it, a link with another scheme is its text. */
export function renderInline(tokens: readonly Token[] | undefined, parts: MarkdownParts, depth = 0): ReactNode {
  if (!tokens) return null
  return createElement(Fragment, null, ...tokens.map((token) => inline(token, parts, depth)))
}

function inline(token: Token, parts: MarkdownParts, depth: number): ReactNode {
  if (depth > MAX_DEPTH) return token.raw
  const inside = () => renderInline('tokens' in token ? token.tokens : undefined, parts, depth + 1)
  switch (token.type) {
    case 'math': {
      const { tex, isDisplay } = token as MathToken
      return <parts.Formula tex={tex} isDisplay={isDisplay} />
    }
    case 'strong':
      return <strong>{inside()}</strong>
    case 'em':
      return <em>{inside()}</em>
    case 'del':
      return <del>{inside()}</del>
    case 'codespan':
      return <code>{token.text}</code>
    case 'br':
      return <br />
    case 'link':
      return <SafeLink href={token.href}>{inside()}</SafeLink>
    case 'image':
      return <SafeLink href={token.href}>{token.text || <ImageWord />}</SafeLink>
    case 'checkbox':
      return null
    case 'html':
      return token.raw
    case 'text':
      return token.tokens ? inside() : decodeEntities(token.text)
    default:
      return 'text' in token && typeof token.text === 'string' ? token.text : token.raw
  }
}

function SafeLink({ href, children }: { href: string; children: ReactNode }) {
  const source = sourceHref(href)
  if (source !== null) return <Citation href={source}>{children}</Citation>
  const address = safeHref(href)
  if (address === null) return <span>{children}</span>
  return (
    <a href={address} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  )
}
