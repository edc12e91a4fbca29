import type { Token, Tokens } from 'marked'
import { createElement, Fragment, type JSX, type ReactNode } from 'react'
import { renderInline } from './inline.tsx'
import type { MarkdownToken } from './lex.ts'
import { isDiagram, type MarkdownParts } from './parts.ts'
import { Table } from './table.tsx'
import { TaskBox } from './words.tsx'

const MAX_DEPTH = 16

/** Where a text's own headings begin: below the question in the verdict, below a member's name in an answer. */
export type HeadingLevel = 3 | 4

type Place = { depth: number; heading: HeadingLevel; parts: MarkdownParts }

/** Block tokens as elements: sanitized by construction, since only the elements named here can come out. */
export function renderBlocks(tokens: readonly Token[], heading: HeadingLevel, parts: MarkdownParts): ReactNode {
  return blocksIn(tokens, { depth: 0, heading, parts })
}

function blocksIn(tokens: readonly Token[], place: Place): ReactNode {
  return createElement(Fragment, null, ...tokens.map((token) => block(token as MarkdownToken, place)))
}

function block(token: MarkdownToken, place: Place): ReactNode {
  const { parts } = place
  const inner = { ...place, depth: place.depth + 1 }
  if (place.depth > MAX_DEPTH) return <p>{token.raw}</p>
  switch (token.type) {
    case 'space':
    case 'def':
      return null
    case 'heading': {
      // A text that was stopped in the middle may end in marks alone.
      if (token.text.trim() === '') return null
      // Models skip levels as they like; a page may not.
      const Heading = `h${place.heading + (token.depth > 3 ? 1 : 0)}` as keyof JSX.IntrinsicElements
      return <Heading>{renderInline(token.tokens, parts)}</Heading>
    }
    case 'paragraph':
      return <p>{renderInline(token.tokens, parts)}</p>
    case 'blockquote':
      return <blockquote>{blocksIn(token.tokens, inner)}</blockquote>
    case 'list':
      return list(token, inner)
    case 'code':
      return isDiagram(token.lang) ? (
        <parts.Diagram source={token.text} />
      ) : (
        <parts.Code language={token.lang ?? ''} code={token.text} />
      )
    case 'math':
      return <parts.Formula tex={token.tex} isDisplay />
    case 'table':
      return <Table table={token} parts={parts} />
    case 'hr':
      return <hr />
    case 'html':
      return <p className="whitespace-pre-wrap">{token.raw.trimEnd()}</p>
    default:
      return renderInline([token], parts)
  }
}

function list(token: Tokens.List, inner: Place): ReactNode {
  const hasStart = token.ordered && typeof token.start === 'number' && token.start !== 1
  const items = token.items.map((item) => listItem(item, inner))
  return createElement(token.ordered ? 'ol' : 'ul', hasStart ? { start: token.start } : null, ...items)
}

function listItem(item: Tokens.ListItem, inner: Place): ReactNode {
  const isDone = item.checked === true
  return (
    <li data-task={item.task || undefined}>
      {item.task && <TaskBox isDone={isDone} />}
      {blocksIn(item.tokens, inner)}
    </li>
  )
}
