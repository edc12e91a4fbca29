import type { MarkedToken, Token, Tokens } from 'marked'
import { createElement, Fragment, type JSX, type ReactNode } from 'react'
import { CodeBlock } from './code-block.tsx'
import { renderInline } from './inline.tsx'

const MAX_DEPTH = 16
/** A document of its own begins below the page's two heading levels. */
const HEADING_OFFSET = 2

/** Block tokens as elements: sanitized by construction, since only the elements named here can come out. */
export function renderBlocks(tokens: readonly Token[], depth = 0): ReactNode {
  return createElement(Fragment, null, ...tokens.map((token) => block(token as MarkedToken, depth)))
}

function block(token: MarkedToken, depth: number): ReactNode {
  if (depth > MAX_DEPTH) return <p>{token.raw}</p>
  switch (token.type) {
    case 'space':
    case 'def':
      return null
    case 'heading': {
      const Heading = `h${Math.min(6, token.depth + HEADING_OFFSET)}` as keyof JSX.IntrinsicElements
      return <Heading data-depth={Math.min(4, token.depth)}>{renderInline(token.tokens)}</Heading>
    }
    case 'paragraph':
      return <p>{renderInline(token.tokens)}</p>
    case 'blockquote':
      return <blockquote>{renderBlocks(token.tokens, depth + 1)}</blockquote>
    case 'list':
      return <List list={token} depth={depth} />
    case 'code':
      return <CodeBlock language={token.lang ?? ''} code={token.text} />
    case 'table':
      return <Table table={token} />
    case 'hr':
      return <hr />
    case 'html':
      return <p className="whitespace-pre-wrap">{token.raw.trimEnd()}</p>
    default:
      return renderInline([token])
  }
}

function List({ list, depth }: { list: Tokens.List; depth: number }) {
  const hasStart = list.ordered && typeof list.start === 'number' && list.start !== 1
  const items = list.items.map((item) => listItem(item, depth))
  return createElement(list.ordered ? 'ol' : 'ul', hasStart ? { start: list.start } : null, ...items)
}

function listItem(item: Tokens.ListItem, depth: number): ReactNode {
  const isDone = item.checked === true
  return (
    <li data-task={item.task || undefined}>
      {item.task && <input type="checkbox" checked={isDone} disabled readOnly aria-label={isDone ? 'done' : 'open'} />}
      {renderBlocks(item.tokens, depth + 1)}
    </li>
  )
}

function Table({ table }: { table: Tokens.Table }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <div className="overflow-x-auto" tabIndex={0}>
      <table>
        <thead>{row(table.header)}</thead>
        {createElement('tbody', null, ...table.rows.map(row))}
      </table>
    </div>
  )
}

function row(cells: Tokens.TableCell[]): ReactNode {
  return createElement('tr', null, ...cells.map(tableCell))
}

const ALIGN = { left: 'text-left', center: 'text-center', right: 'text-right' } as const

function tableCell(cell: Tokens.TableCell): ReactNode {
  const Element = cell.header ? 'th' : 'td'
  return <Element className={cell.align ? ALIGN[cell.align] : undefined}>{renderInline(cell.tokens)}</Element>
}
