'use client'

import { useTranslations } from 'use-intl/react'
import { Badge } from '../ui/badge.tsx'
import { cn } from '../ui/cn.ts'
import type { SeatLook } from './seat-look.ts'

/** The letter a seat goes by; with `name` where that does not stand beside it. */
export function Monogram({ look, name }: { look: SeatLook | undefined; name?: string }) {
  return (
    <span
      title={name}
      className={cn(
        'inline-flex h-5 min-w-5 shrink-0 items-center justify-center rounded-sm border px-0.5 font-medium text-2xs leading-none',
        look?.rule,
        look?.text,
      )}
    >
      <span aria-hidden>{look?.monogram ?? '?'}</span>
      {name !== undefined && <span className="sr-only">{name}</span>}
    </span>
  )
}

/** Said wherever a built-in model appears: short to see, whole to hear and on hover. */
export function DemoBadge() {
  const t = useTranslations('runs')
  return (
    <Badge title={t('demoLong')} className="font-normal text-ink-3">
      <span aria-hidden>{t('demo')}</span>
      <span className="sr-only">{t('demoLong')}</span>
    </Badge>
  )
}
