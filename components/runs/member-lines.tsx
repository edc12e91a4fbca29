import { ChevronRight } from 'lucide-react'
import type { SeatId } from '@/lib/core/council/types.ts'
import { firstWords } from '@/lib/core/kernel/text.ts'
import { cn } from '../ui/cn.ts'
import { CopyMember, MemberText, progressOf } from './member-pane.tsx'
import type { SeatAction } from './seat-action.tsx'
import type { SeatLook } from './seat-look.ts'
import { DemoBadge, Monogram } from './seat-name.tsx'
import type { SeatView } from './seat-view.ts'
import { StateDot } from './state-dot.tsx'

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
  const excerpt = view.note && view.status === 'failed' ? view.note : plainWords(view.text)
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
        <span className="hidden shrink-0 text-ink-3 text-xs @2xl:inline">{progressOf(view)}</span>
        <StateDot status={view.status} />
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-ink-3 transition-transform duration-fast group-open:rotate-90"
        />
      </summary>
      <div className={cn('border-l-2 pt-1 pb-6 pl-4', look?.rule)}>
        <div className="max-w-(--width-read)">
          <MemberText view={view} action={actionOf(view)} />
          <div className="mt-3 -ml-1.5 flex">
            <CopyMember view={view} />
          </div>
        </div>
      </div>
    </details>
  )
}

/** The first words without the marks of markdown, for one line. */
function plainWords(text: string): string {
  const head = text.slice(0, EXCERPT_CHARS * 4).replace(/^(?:#{1,6}|[-*+>]|\d+\.)\s+/gm, '')
  return firstWords(head.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_`~|]/g, ''), EXCERPT_CHARS)
}
