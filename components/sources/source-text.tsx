import type { Source } from '@/lib/core/sources/types.ts'
import { TableRegion } from '../markdown/words.tsx'
import { cn } from '../ui/cn.ts'

type Props = {
  source: Pick<Source, 'note' | 'sections' | 'table'>
  /** The section that was cited. */
  cited?: string | undefined
  /** Where the headings of its sections begin. */
  level: 2 | 3
}

/** A source to read: its sections, the cited one marked, its table and the caution that goes with it. */
export function SourceText({ source, cited, level }: Props) {
  const Heading = `h${level}` as const
  return (
    <div className="space-y-5">
      {source.sections.map(({ id, heading, sentences }) => (
        <section
          key={id}
          id={id}
          aria-current={id === cited || undefined}
          className={cn('scroll-mt-6 border-l-2 border-transparent pl-4 target:border-accent', {
            'border-accent': id === cited,
          })}
        >
          <Heading className="mb-1 font-semibold text-sm">{heading}</Heading>
          <p className="font-serif text-ink leading-relaxed">{sentences.join(' ')}</p>
        </section>
      ))}
      {source.table && <SourceTable table={source.table} />}
      {source.note && <p className="pl-4 text-ink-3 text-xs">{source.note}</p>}
    </div>
  )
}

function SourceTable({ table }: { table: NonNullable<Source['table']> }) {
  return (
    <TableRegion heads={[]} className="ml-4 overflow-x-auto">
      <table className="w-full min-w-96 border-collapse text-sm">
        <caption className="sr-only">{table.columns.filter(Boolean).join(', ')}</caption>
        <thead>
          <tr>
            {table.columns.map((column) =>
              column === '' ? (
                <td key="none" className="border-b" />
              ) : (
                <th key={column} scope="col" className="border-b py-1.5 pr-4 text-left font-semibold">
                  {column}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([first = '', ...rest]) => (
            <tr key={first} className="align-top">
              <th scope="row" className="border-b py-1.5 pr-4 text-left font-medium">
                {first}
              </th>
              {rest.map((cell, i) => (
                <td key={table.columns[i + 1]} className="border-b py-1.5 pr-4 text-ink-2">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  )
}
