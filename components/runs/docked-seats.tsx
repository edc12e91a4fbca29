'use client'

import { cn } from '../ui/cn.ts'
import { progressOf } from './member-pane.tsx'
import type { SeatLook } from './seat-look.ts'
import { Monogram } from './seat-name.tsx'
import type { SeatView } from './seat-view.ts'
import { StateDot } from './state-dot.tsx'
import { useRunWords } from './words.ts'

/**
 * The evidence while the verdict is written: a line at the foot of the screen, where growing text cannot push it.
 * Pages with something docked below set `--dock-bottom` to its height.
 */
export function DockedSeats({
  views,
  looks,
  onOpen,
}: {
  views: SeatView[]
  looks: Record<string, SeatLook>
  onOpen(): void
}) {
  const words = useRunWords()
  return (
    <div className="sticky bottom-[var(--dock-bottom,0px)] z-10 mx-auto w-full max-w-(--width-wide) bg-bg">
      <button
        type="button"
        data-opens-seats
        onClick={onOpen}
        className="grid w-full animate-fade-in auto-cols-fr grid-flow-col gap-x-3 text-left @2xl:gap-x-6"
      >
        <span className="sr-only">{words.t('members.show')}</span>
        {views.map((view) => (
          <span
            key={view.seat.id}
            className={cn('flex h-11 min-w-0 items-center gap-2 border-t-2 text-xs', looks[view.seat.id]?.rule)}
          >
            <Monogram look={looks[view.seat.id]} />
            <span className="sr-only truncate font-medium text-ink-2 @lg:not-sr-only">{view.seat.name}</span>
            <span className="ml-auto hidden truncate text-ink-3 @4xl:inline">{progressOf(view, words)}</span>
            <StateDot status={view.status} className="ml-auto @4xl:ml-0" />
          </span>
        ))}
      </button>
    </div>
  )
}
