'use client'

import { ChevronRight } from 'lucide-react'
import { Fragment, useId, useState } from 'react'
import { sitterOf } from '@/lib/core/council/select.ts'
import type { RunState } from '@/lib/core/council/state.ts'
import type { SeatId } from '@/lib/core/council/types.ts'
import { cn } from '../ui/cn.ts'
import { Group } from '../ui/group.tsx'
import { BallotCell } from './ballot-cell.tsx'
import { BallotReasons } from './ballot-reasons.tsx'
import { type BallotRow, ballotOf, ballotRows } from './ballot-view.ts'
import { ScoreBar } from './score-bar.tsx'
import type { SeatLook } from './seat-look.ts'
import { Monogram } from './seat-name.tsx'
import { useRunWords } from './words.ts'

type Looks = Record<SeatId, SeatLook>
type NameOf = (seat: SeatId) => string

/** Answers by reviewers, best first: rank numerals, the score as a bar against chance, reasons on opening a row. */
export function BallotMatrix({ run, looks }: { run: RunState; looks: Looks }) {
  const { t } = useRunWords()
  const rows = ballotRows(run)
  const nameOf: NameOf = (id) => sitterOf(run, 'first_opinions', id).name
  const judgeOf: NameOf = (id) => sitterOf(run, 'review', id).name
  return (
    <Group aria-label={t('ballots.matrix')} scrolls className="overflow-x-auto">
      <table className="w-full border-collapse text-sm">
        <thead>
          <tr className="border-line border-y text-ink-3 text-xs">
            <th scope="col" className="h-11 min-w-28 pr-2 text-left font-normal">
              {t('ballots.answer')}
            </th>
            {run.plan.reviewers.map((id) => (
              <th key={id} scope="col" className={cn('w-10', isStruck(run, id) && 'line-through opacity-60')}>
                <Monogram
                  look={looks[id]}
                  name={t(isStruck(run, id) ? 'ballots.ofStruck' : 'ballots.of', { name: judgeOf(id) })}
                />
              </th>
            ))}
            <th scope="col" colSpan={2} className="w-[38%] pl-4 text-left font-normal @2xl:pl-8">
              {t('ballots.score')} <span className="hidden @lg:inline">{t('ballots.chance')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <MatrixRow
              key={row.entry.seat}
              row={row}
              looks={looks}
              nameOf={nameOf}
              judgeOf={judgeOf}
              columns={run.plan.reviewers.length + 3}
            />
          ))}
        </tbody>
      </table>
    </Group>
  )
}

function isStruck(run: RunState, reviewer: SeatId): boolean {
  return ballotOf(run, reviewer)?.status === 'invalid'
}

type RowProps = { row: BallotRow; looks: Looks; nameOf: NameOf; judgeOf: NameOf; columns: number }

function MatrixRow({ row, looks, nameOf, judgeOf, columns }: RowProps) {
  const { t, fixed } = useRunWords()
  const [isOpen, setOpen] = useState(false)
  const reasonsId = useId()
  const { entry } = row
  return (
    <Fragment>
      <tr className={cn(!isOpen && 'border-line border-b')}>
        <th scope="row" className="h-11 text-left font-normal">
          <button
            type="button"
            disabled={row.reasons.length === 0}
            aria-expanded={isOpen}
            aria-controls={reasonsId}
            onClick={() => setOpen(!isOpen)}
            className="flex h-11 w-full items-center gap-2 text-left"
          >
            <ChevronRight
              aria-hidden
              className={cn('size-4 shrink-0 text-ink-3 transition-transform duration-fast', isOpen && 'rotate-90')}
            />
            <span className="w-4 shrink-0 text-ink-3">{entry.rank}</span>
            <span className={cn('truncate', entry.rank === 1 && 'font-semibold')}>{nameOf(entry.seat)}</span>
            <span className="sr-only">{t('ballots.reasons')}</span>
          </button>
        </th>
        {row.cells.map(({ reviewer, cell }) => (
          <td key={reviewer} className="p-0">
            <BallotCell cell={cell} />
          </td>
        ))}
        <td className="pl-4 @2xl:pl-8">{entry.score === null ? null : <ScoreBar score={entry.score} />}</td>
        <td className="w-12 pl-3 text-right text-ink-2 text-xs">
          {entry.score !== null ? fixed(entry.score, 2) : entry.rubric == null ? '–' : fixed(entry.rubric, 1)}
        </td>
      </tr>
      <tr id={reasonsId} hidden={!isOpen} className="border-line border-b">
        <td colSpan={columns} className="pb-5 pl-6">
          <BallotReasons reasons={row.reasons} looks={looks} nameOf={judgeOf} />
        </td>
      </tr>
    </Fragment>
  )
}
