'use client'

import { useTranslations } from 'use-intl/react'
import type { SeatId } from '@/lib/core/council/types.ts'
import { cn } from '../ui/cn.ts'
import type { BallotReason } from './ballot-view.ts'
import type { SeatLook } from './seat-look.ts'
import { Monogram } from './seat-name.tsx'

/** What each reviewer said about one answer: a comment and the scores from 1 to 5. */
export function BallotReasons({
  reasons,
  looks,
  nameOf,
}: {
  reasons: BallotReason[]
  looks: Record<SeatId, SeatLook>
  nameOf(seat: SeatId): string
}) {
  const t = useTranslations('runs')
  return (
    <ul className="grid gap-x-8 gap-y-4 pt-1 @2xl:grid-cols-2 @5xl:grid-cols-3">
      {reasons.map((reason) => (
        <li key={reason.reviewer} className={cn('flex gap-3', !reason.isCounted && 'line-through opacity-60')}>
          <Monogram look={looks[reason.reviewer]} name={nameOf(reason.reviewer)} />
          <div className="min-w-0">
            {reason.comment !== '' && <p className="wrap-anywhere text-ink-2 text-sm">{reason.comment}</p>}
            {reason.scores.length > 0 && (
              <p className="mt-1 text-ink-3 text-xs">
                {reason.scores.map(({ criterion, score }) => `${t(`criteria.${criterion}`)} ${score}`).join(' · ')}
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
