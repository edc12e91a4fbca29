'use client'

import type { RunState } from '@/lib/core/council/state.ts'
import type { SeatLook } from './seat-look.ts'
import { Monogram } from './seat-name.tsx'
import { seatView } from './seat-view.ts'
import { StateDot } from './state-dot.tsx'
import { useRunWords } from './words.ts'

/** The ballots before the count: who is how far, and nothing of what they say. */
export function BallotProgress({ run, looks }: { run: RunState; looks: Record<string, SeatLook> }) {
  const { t, compact } = useRunWords()
  return (
    <ul className="grid gap-x-6 border-line border-t @lg:grid-cols-2 @5xl:grid-cols-[repeat(auto-fit,minmax(14.5rem,1fr))]">
      {run.plan.reviewers.map((id) => {
        const view = seatView(run, 'review', id)
        return (
          <li key={id} className="flex h-11 items-center gap-2 border-line border-b text-sm">
            <Monogram look={looks[id]} />
            <span className="truncate">{view.seat.name}</span>
            <span className="ml-auto w-32 shrink-0 text-ink-3 text-xs">
              {view.status === 'writing'
                ? t('ballots.chars', { count: compact(view.chars) })
                : t(`ballots.progress.${view.status}`)}
            </span>
            <StateDot status={view.status} />
          </li>
        )
      })}
    </ul>
  )
}
