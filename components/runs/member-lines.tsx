'use client'

import { ChevronRight } from 'lucide-react'
import type { SeatId } from '@/lib/core/council/types.ts'
import { ReplyCount } from '../threads/message-threads.tsx'
import { cn } from '../ui/cn.ts'
import { CopyMember, MemberText, MemberThreads, progressOf } from './member-pane.tsx'
import { plainWords } from './plain-words.ts'
import type { SeatAction } from './seat-action.tsx'
import type { SeatLook } from './seat-look.ts'
import { DemoBadge, Monogram } from './seat-name.tsx'
import { noteOf, type SeatView } from './seat-view.ts'
import { StateDot } from './state-dot.tsx'
import { useRunWords } from './words.ts'

const EXCERPT_CHARS = 140

/** The members folded to a line each; a line opens to the whole answer, without JavaScript too. */
export function MemberLines({
  views,
  looks,
  actionOf,
}: {
  views: SeatView[]
  looks: Record<SeatId, SeatLook>
  actionOf: SeatAction
}) {
  return (
    <ul className="border-line border-t">
      {views.map((view) => (
        <li key={view.seat.id} className="border-line border-b">
          <MemberLine view={view} look={looks[view.seat.id]} actionOf={actionOf} />
        </li>
      ))}
    </ul>
  )
}

type MemberLineProps = { view: SeatView; look: SeatLook | undefined; actionOf: SeatAction }

function MemberLine({ view, look, actionOf }: MemberLineProps) {
  const words = useRunWords()
  const excerpt = (view.status === 'failed' && noteOf(view, words)) || plainWords(view.text, EXCERPT_CHARS)
  return (
    <details className="group">
      <summary
        data-seat={view.seat.id}
        className="flex min-h-11 list-none items-center gap-3 text-sm hover:bg-sunken/60 [&::-webkit-details-marker]:hidden"
      >
        <span className={cn('self-stretch border-l-2', look?.rule)} aria-hidden />
        <Monogram look={look} />
        <span className="w-24 shrink-0 truncate font-medium @lg:w-32">{view.seat.name}</span>
        {view.seat.demo && (
          <span className="hidden shrink-0 @2xl:inline">
            <DemoBadge />
          </span>
        )}
        <span className={cn('min-w-0 flex-1 truncate', view.status === 'failed' ? 'text-fail' : 'text-ink-3')}>
          {excerpt}
        </span>
        <ReplyCount seat={view.seat.id} />
        <span className="hidden shrink-0 text-ink-3 text-xs @2xl:inline">{progressOf(view, words)}</span>
        <StateDot status={view.status} />
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-ink-3 transition-transform duration-fast group-open:rotate-90"
        />
      </summary>
      <div className={cn('border-l-2 pt-1 pb-6 pl-4', look?.rule)}>
        <div className="max-w-(--width-read)">
          <MemberText view={view} action={actionOf(view)} />
          <div className="mt-3 -ml-1.5 flex items-center gap-1">
            <CopyMember view={view} />
            <MemberThreads view={view} />
          </div>
        </div>
      </div>
    </details>
  )
}
