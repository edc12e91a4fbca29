import type { Token } from 'marked'
import { createElement, Fragment, type ReactNode } from 'react'
import { decodeEntities, safeHref } from './lex.ts'

const MAX_DEPTH = 24

/** Inline tokens as elements. Raw HTML is text, an image is a link to it, a link with another scheme is its text. */
export function renderInline(tokens: readonly Token[] | undefined, depth = 0): ReactNode {
  if (!tokens) return null
  return createElement(Fragment, null, ...tokens.map((token) => inline(token, depth)))
}

function inline(token: Token, depth: number): ReactNode {
  if (depth > MAX_DEPTH) return token.raw
  switch (token.type) {
    case 'strong':
      return <strong>{renderInline(token.tokens, depth + 1)}</strong>
    case 'em':
      return <em>{renderInline(token.tokens, depth + 1)}</em>
    case 'del':
      return <del>{renderInline(token.tokens, depth + 1)}</del>
    case 'codespan':
      return <code>{token.text}</code>
    case 'br':
      return <br />
    case 'link':
      return <SafeLink href={token.href}>{renderInline(token.tokens, depth + 1)}</SafeLink>
    case 'image':
      return <SafeLink href={token.href}>{token.text || 'image'}</SafeLink>
    case 'checkbox':
      return null
    case 'html':
      return token.raw
    case 'text':
      return token.tokens ? renderInline(token.tokens, depth + 1) : decodeEntities(token.text)
    default:
      return 'text' in token && typeof token.text === 'string' ? token.text : token.raw
  }
}

function SafeLink({ href, children }: { href: string; children: ReactNode }) {
  const address = safeHref(href)
  if (address === null) return <span>{children}</span>
  return (
    <a href={address} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  )
}
