'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { SeatId } from '@/lib/core/council/types.ts'
import { Button } from '../ui/button.tsx'
import { Group } from '../ui/group.tsx'
import { MemberLines } from './member-lines.tsx'
import { MemberPanes } from './member-panes.tsx'
import type { SeatAction } from './seat-action.tsx'
import type { SeatLook } from './seat-look.ts'
import type { SeatView } from './seat-view.ts'

/** The members' answers: open while there is no verdict, then a line each, or side by side on demand. */
export function Members({
  views,
  looks,
  actionOf,
  isFolded,
}: {
  views: SeatView[]
  looks: Record<SeatId, SeatLook>
  /** Offered beside a failure. */
  actionOf: SeatAction
  isFolded: boolean
}) {
  const t = useTranslations('runs')
  const [isSideBySide, setSideBySide] = useState(false)
  const isOpen = !isFolded || isSideBySide
  return (
    <Group aria-label={t('members.label')}>
      {isFolded && (
        <div className="flex h-11 items-center justify-between">
          <h3 className="font-medium text-ink-2 text-xs">{t('members.label')}</h3>
          <Button
            variant="ghost"
            size="sm"
            className="-mr-3 hidden @2xl:flex"
            onClick={() => setSideBySide(!isSideBySide)}
          >
            {t(isSideBySide ? 'members.lines' : 'members.sideBySide')}
          </Button>
        </div>
      )}
      {isOpen ? (
        <MemberPanes views={views} looks={looks} actionOf={actionOf} />
      ) : (
        <MemberLines views={views} looks={looks} actionOf={actionOf} />
      )}
    </Group>
  )
}
