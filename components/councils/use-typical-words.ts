import { useTranslations } from 'use-intl/react'
import { useFigures } from '../language/figures.ts'
import type { Typical } from './choices.ts'

/** "≈ 9 s · free", "time unknown · ≈ $0.04": what is not known is said. */
export function useTypicalWords(): (typical: Typical) => string {
  const t = useTranslations('picker')
  const figures = useFigures()

  function costWords({ status, picoUsd, estimated }: Typical['cost']): string {
    if (status === 'free') return figures.callCost({ status, picoUsd, estimated })
    return picoUsd === null ? figures.costUnknown : t('about', { amount: figures.usd(BigInt(picoUsd)) })
  }

  return ({ durationMs, cost }) => {
    if (durationMs === null && cost.picoUsd === null) return t('allUnknown')
    // a tenth of a second would promise too much
    const whole = durationMs === null ? 0 : Math.max(1, Math.round(durationMs / 1_000)) * 1_000
    const time = durationMs === null ? t('timeUnknown') : t('about', { amount: figures.duration(whole) })
    return `${time} · ${costWords(cost)}`
  }
}
