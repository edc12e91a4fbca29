'use client'

import { useId, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { SeatId } from '@/lib/core/council/types.ts'
import { Segmented, SegmentedItem } from '../ui/segmented.tsx'
import { MemberPane } from './member-pane.tsx'
import type { SeatAction } from './seat-action.tsx'
import type { SeatLook } from './seat-look.ts'
import { Monogram } from './seat-name.tsx'
import type { SeatView } from './seat-view.ts'
import { StateDot } from './state-dot.tsx'

/** The members side by side on a wide screen; on a phone one at a time, chosen from a bar with state dots. */
export function MemberPanes({
  views,
  looks,
  actionOf,
}: {
  views: SeatView[]
  looks: Record<SeatId, SeatLook>
  actionOf: SeatAction
}) {
  const t = useTranslations('runs')
  const [chosen, setChosen] = useState(views[0]?.seat.id)
  const group = useId()
  return (
    <>
      <Segmented legend={t('members.toRead')} className="mb-3 @2xl:hidden">
        {views.map(({ seat, status }) => (
          <SegmentedItem
            key={seat.id}
            name={group}
            data-seat-tab={seat.id}
            checked={seat.id === chosen}
            onChange={() => setChosen(seat.id)}
            aria-label={t('members.state', { name: seat.name, state: t(`status.${status}`) })}
            className="h-9 flex-1 px-1"
          >
            <Monogram look={looks[seat.id]} name={seat.name} />
            <StateDot status={status} />
          </SegmentedItem>
        ))}
      </Segmented>
      <div className="grid gap-x-6 gap-y-4 @2xl:grid-cols-2 @5xl:grid-cols-[repeat(auto-fit,minmax(14.5rem,1fr))]">
        {views.map((view) => (
          <MemberPane
            key={view.seat.id}
            view={view}
            look={looks[view.seat.id]}
            action={actionOf(view)}
            isActive={view.seat.id === chosen}
          />
        ))}
      </div>
    </>
  )
}
