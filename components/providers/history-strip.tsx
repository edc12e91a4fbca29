import { useTranslations } from 'use-intl/react'
import type { ProviderResource } from '@/lib/client/provider-stream.ts'
import { useClockWords } from './use-clock-words.ts'

type HalfHour = ProviderResource['history'][number]

const HALF_HOUR_MS = 1_800_000
const SHOWN = 48
const STEP = 4
const HEIGHT = 20

export type HistoryStripProps = { history: HalfHour[]; at: string }

/**
 * A day in half hours. Told apart by shape: a dot where nothing was seen, a full bar where all went well, a bar broken at
 * its foot where some failed, the more the higher. The same is said in words.
 */
export function HistoryStrip({ history, at }: HistoryStripProps) {
  const t = useTranslations('providers')
  const now = Date.parse(at)
  const first = now - (now % HALF_HOUR_MS) - (SHOWN - 1) * HALF_HOUR_MS
  const slots = Array.from({ length: SHOWN }, (_, i) => first + i * HALF_HOUR_MS)
  return (
    <figure className="mt-4">
      <figcaption className="text-ink-3 text-xs">{t('history')}</figcaption>
      <svg
        viewBox={`0 0 ${SHOWN * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden
        className="mt-1.5 h-6 w-full"
      >
        {slots.map((start, i) => (
          <Slot key={start} x={i * STEP} seen={history.find((slot) => Date.parse(slot.at) === start)} />
        ))}
      </svg>
      <p aria-hidden className="mt-1 flex justify-between text-2xs text-ink-3">
        <span>{t('dayAgo')}</span>
        <span>{t('now')}</span>
      </p>
      <InWords history={history} />
    </figure>
  )
}

function Slot({ x, seen }: { x: number; seen: HalfHour | undefined }) {
  if (!seen) return <rect x={x + 1} y={HEIGHT / 2 - 1} width={STEP - 2} height="2" className="fill-line-strong" />
  const share = seen.unhealthy / (seen.healthy + seen.unhealthy)
  if (share === 0) return <rect x={x} y="0" width={STEP - 1} height={HEIGHT} className="fill-ink-3" />
  const failed = Math.max(4, Math.round(share * HEIGHT))
  return (
    <>
      <rect x={x} y="0" width={STEP - 1} height={Math.max(0, HEIGHT - failed - 2)} className="fill-ink-3" />
      <rect x={x} y={HEIGHT - failed} width={STEP - 1} height={failed} className="fill-fail" />
    </>
  )
}

/** The sum, and every half hour in which something failed. */
function InWords({ history }: { history: HalfHour[] }) {
  const t = useTranslations('providers')
  const { minute } = useClockWords()
  const sum = (of: (slot: HalfHour) => number) => history.reduce((total, slot) => total + of(slot), 0)
  const failed = history.filter(({ unhealthy }) => unhealthy > 0)
  if (history.length === 0) return <p className="sr-only">{t('nothingSeen')}</p>
  return (
    <div className="sr-only">
      <p>{t('historySeen', { healthy: sum((slot) => slot.healthy), unhealthy: sum((slot) => slot.unhealthy) })}</p>
      <ul>
        {failed.map(({ at, healthy, unhealthy }) => (
          <li key={at}>{t('halfHour', { time: minute(at), healthy, unhealthy })}</li>
        ))}
      </ul>
    </div>
  )
}
