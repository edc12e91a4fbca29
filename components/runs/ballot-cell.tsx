'use client'

import { cn } from '../ui/cn.ts'
import type { BallotCell as Cell } from './ballot-view.ts'
import { useRunWords } from './words.ts'

const HATCH =
  'bg-[repeating-linear-gradient(135deg,var(--line-strong)_0,var(--line-strong)_1px,transparent_1px,transparent_5px)]'

/** One field of the matrix: a rank numeral, a score, hatched for one's own answer, struck where the ballot does not count. */
export function BallotCell({ cell }: { cell: Cell }) {
  return (
    <span
      className={cn(
        'mx-auto flex size-8 items-center justify-center rounded-sm text-sm',
        cell.kind === 'own' && HATCH,
        cell.kind === 'rank' && cell.rank === 1 && 'bg-sunken font-semibold',
        cell.kind === 'invalid' && 'text-ink-3 line-through',
        cell.kind === 'none' && 'text-ink-3',
      )}
    >
      <CellText cell={cell} />
    </span>
  )
}

function CellText({ cell }: { cell: Cell }) {
  const { t, fixed } = useRunWords()
  switch (cell.kind) {
    case 'own':
      return <span className="sr-only">{t('ballots.own')}</span>
    case 'none':
      return (
        <>
          <span aria-hidden>·</span>
          <span className="sr-only">{t('ballots.none')}</span>
        </>
      )
    case 'invalid':
      return (
        <>
          <s aria-hidden>&nbsp;–&nbsp;</s>
          <span className="sr-only">{t('ballots.struck')}</span>
        </>
      )
    case 'rank':
      return cell.isTied ? `${cell.rank}=` : cell.rank
    case 'score':
      return fixed(cell.score, 1)
  }
}
