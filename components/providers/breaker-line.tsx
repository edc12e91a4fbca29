'use client'

import { useTranslations } from 'use-intl/react'
import { useFigures } from '@/components/language/figures.ts'
import type { ProviderResource } from '@/lib/client/provider-stream.ts'
import { useNow } from '@/lib/client/use-now.ts'
import { useClockWords } from './use-clock-words.ts'

export type BreakerLineProps = { breaker: ProviderResource['breaker']; skewMs: number | null }

/** Whether calls go out; while they do not, how long it takes until one tries, counted down where there is a clock. */
export function BreakerLine({ breaker, skewMs }: BreakerLineProps) {
  const t = useTranslations('providers')
  const { wholeSeconds } = useFigures()
  const { second } = useClockWords()
  const { state, next_probe_at: nextProbeAt, probing } = breaker
  const now = useNow(state === 'open')
  if (state === 'closed') return t('breakers.closed')
  if (probing) return t('breakers.probing')
  if (state === 'half_open' || nextProbeAt === null) return t('breakers.half_open')
  if (now === null || skewMs === null) return t('breakers.openUntil', { time: second(nextProbeAt) })
  const leftMs = Date.parse(nextProbeAt) - (now - skewMs)
  return leftMs <= 0 ? t('breakers.half_open') : t('breakers.openFor', { time: wholeSeconds(leftMs + 999) })
}
