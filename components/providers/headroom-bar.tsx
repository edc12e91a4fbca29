import { useTranslations } from 'use-intl/react'
import { useFigures } from '@/components/language/figures.ts'
import type { ProviderResource } from '@/lib/client/provider-stream.ts'

/** What a provider says is left of an allowance: the figure, and a bar where the whole is known. */
export function HeadroomBar({ left }: { left: ProviderResource['headroom']['requests'] }) {
  const t = useTranslations('providers')
  const { compact } = useFigures()
  if (left === null) return <span className="text-ink-3">{t('notSaid')}</span>
  const { limit, remaining } = left
  if (limit === null || limit <= 0) return compact(remaining)
  const width = Math.min(100, Math.max(0, Math.round((remaining / limit) * 1_000) / 10))
  return (
    <>
      {t('leftOf', { remaining: compact(remaining), limit: compact(limit) })}
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden className="mt-1 block h-1 w-full">
        <rect width="100" height="4" className="fill-line" />
        <rect width={width} height="4" className={width < LITTLE ? 'fill-warn' : 'fill-ink-2'} />
      </svg>
    </>
  )
}

/** Percent below which it is drawn as a warning; the figure beside it says the same. */
const LITTLE = 10
