'use client'

import type { RunState } from '@/lib/core/council/state.ts'
import { Group } from '../ui/group.tsx'
import { type ReceiptCall, receiptRows } from './receipt-view.ts'
import { useRunWords } from './words.ts'

const COLUMNS = ['stage', 'model', 'firstToken', 'tokens', 'cost'] as const
const HEAD = 'h-9 pr-3 sm:pr-4 text-left font-normal text-ink-3'
const CELL = 'py-2 pr-3 sm:pr-4 align-top'

/** Every call of a run: who, in which stage, how fast, how much, at what cost. */
export function ReceiptTable({ run, calls }: { run: RunState; calls: readonly ReceiptCall[] }) {
  const words = useRunWords()
  return (
    <Group aria-label={words.t('receipt.calls')} scrolls className="overflow-x-auto">
      <table className="w-full min-w-[21rem] border-collapse text-xs">
        <thead>
          <tr className="border-line border-y">
            {COLUMNS.map((head) => (
              <th key={head} scope="col" className={HEAD}>
                {words.t(`receipt.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {receiptRows(run, calls, words).map((row) => (
            <tr key={row.key} className="border-line border-b">
              <td className={CELL}>{row.stage}</td>
              <td className={CELL}>
                <span className="text-ink">{row.name}</span>{' '}
                <span className="block text-ink-3 sm:inline">{row.model}</span>
                {row.remark && <span className="block text-ink-3">{row.remark}</span>}
              </td>
              <td className={CELL}>{row.firstToken}</td>
              <td className={CELL}>{row.tokens}</td>
              <td className="py-2 align-top">{row.cost}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Group>
  )
}
