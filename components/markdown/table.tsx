import type { Tokens } from 'marked'
import { createElement, type ReactNode } from 'react'
import { renderInline } from './inline.tsx'
import type { MarkdownParts } from './parts.ts'
import { TableRegion } from './words.tsx'

const WIDE_FROM = 7

/** A table that scrolls by itself where it is wider than the page. Its caption is for those who do not see it. */
export function Table({ table, parts }: { table: Tokens.Table; parts: MarkdownParts }) {
  const heads = table.header.map((cell) => cell.text.trim()).filter(Boolean)
  return (
    <TableRegion heads={heads} columns={Math.min(table.header.length, WIDE_FROM)} className="md-table">
      <table>
        {heads.length > 0 && <caption className="sr-only">{heads.join(', ')}</caption>}
        <thead>{row(table.header, parts)}</thead>
        {createElement('tbody', null, ...table.rows.map((cells) => row(cells, parts)))}
      </table>
    </TableRegion>
  )
}

function row(cells: Tokens.TableCell[], parts: MarkdownParts): ReactNode {
  return createElement('tr', null, ...cells.map((cell) => tableCell(cell, parts)))
}

const ALIGN = { left: 'text-left', center: 'text-center', right: 'text-right' } as const

function tableCell(cell: Tokens.TableCell, parts: MarkdownParts): ReactNode {
  const isHead = cell.header && cell.text.trim() !== ''
  const className = cell.align ? ALIGN[cell.align] : undefined
  const content = renderInline(cell.tokens, parts)
  return isHead ? (
    <th scope="col" className={className}>
      {content}
    </th>
  ) : (
    <td className={className}>{content}</td>
  )
}
