import { useFormatter, useTranslations } from 'use-intl/react'
import { roundedDown } from '@/lib/core/council/figures.ts'
import type { Totals } from '@/lib/core/council/select.ts'
import type { Cost } from '@/lib/core/council/types.ts'

const PICO = 1e12
const CENT = 0.01
const MILLI = 0.001

/** Times, counts and money as the reader's language writes them; the twin of core's English ones. */
export function useFigures() {
  const t = useTranslations('figures')
  const format = useFormatter()
  const costUnknown = t('costUnknown')

  function duration(ms: number): string {
    const seconds = Math.max(0, ms) / 1_000
    if (seconds < 9.95 && seconds % 1 !== 0)
      return t('seconds', { value: format.number(seconds, { minimumFractionDigits: 1, maximumFractionDigits: 1 }) })
    const whole = Math.round(seconds)
    if (whole < 100) return t('seconds', { value: String(whole) })
    const minutes = String(Math.floor(whole / 60))
    if (whole % 60 === 0) return t('minutes', { value: minutes })
    return t('minutesSeconds', { minutes, seconds: String(whole % 60) })
  }

  /** For what ticks. */
  function wholeSeconds(ms: number): string {
    return duration(Math.floor(Math.max(0, ms) / 1_000) * 1_000)
  }

  function compact(count: number): string {
    if (count < 1_000) return String(count)
    const isThousands = count < 999_950
    const value = format.number(count / (isThousands ? 1_000 : 1_000_000), { maximumFractionDigits: 1 })
    return t(isThousands ? 'thousand' : 'million', { value })
  }

  function usd(picoUsd: bigint): string {
    const amount = Number(picoUsd) / PICO
    const digits = amount >= CENT ? { minimumFractionDigits: 2 } : { maximumSignificantDigits: 2 }
    return format.number(amount, {
      style: 'currency',
      currency: 'USD',
      currencyDisplay: 'narrowSymbol',
      ...(picoUsd === 0n ? { maximumFractionDigits: 0 } : digits),
    })
  }

  /** A lower bound: never more than it is. */
  function atLeast(picoUsd: bigint, count: number): string {
    const rounded = roundedDown(picoUsd)
    const amount = Number(rounded) / PICO
    const digits = { minimumFractionDigits: 2, maximumFractionDigits: 3 }
    const style = { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol' } as const
    const isSmall = amount < MILLI
    return t('atLeast', { amount: isSmall ? usd(rounded) : format.number(amount, { ...style, ...digits }), count })
  }

  /** The cost of one call. Unknown is said, never shown as zero. */
  function callCost(cost: Cost | null): string {
    if (cost?.status === 'free') return t('free')
    if (cost === null || cost.picoUsd === null) return t('unknown')
    const amount = usd(BigInt(cost.picoUsd))
    return cost.estimated ? t('estimated', { amount }) : amount
  }

  function totalCost(totals: Totals): string {
    if (totals.isFree) return t('free')
    if (totals.unpriced === 0) return usd(totals.picoUsd)
    if (totals.picoUsd === 0n) return costUnknown
    return atLeast(totals.picoUsd, totals.unpriced)
  }

  function tokens(count: number | null): string {
    return count === null ? t('tokensUnknown') : t('tokens', { count: compact(count) })
  }

  const plain = (value: number) => format.number(value)
  const fixed = (value: number, digits: number) =>
    format.number(value, { minimumFractionDigits: digits, maximumFractionDigits: digits })

  return { duration, wholeSeconds, compact, usd, callCost, totalCost, costUnknown, tokens, plain, fixed }
}

export type Figures = ReturnType<typeof useFigures>
