'use client'

import { type ReactNode, useId } from 'react'
import { useFormatter, useTranslations } from 'use-intl/react'
import { useFigures } from '@/components/language/figures.ts'
import type { ProviderResource } from '@/lib/client/provider-stream.ts'
import { BreakerLine } from './breaker-line.tsx'
import { HeadroomBar } from './headroom-bar.tsx'
import { HistoryStrip } from './history-strip.tsx'
import { providerName } from './provider-name.ts'
import { StatusMark } from './status-mark.tsx'
import { useClockWords } from './use-clock-words.ts'

export type ProviderCardProps = {
  provider: ProviderResource
  /** The moment that is shown. */
  at: string
  skewMs: number | null
}

/** One provider: how it is, what that means for whoever asks, and its figures. */
export function ProviderCard({ provider, at, skewMs }: ProviderCardProps) {
  const t = useTranslations('providers')
  const reasons = useTranslations('reasons')
  const id = useId()
  const name = provider.built_in ? t('builtIn') : providerName(provider.id)
  return (
    <section aria-labelledby={id} className="rounded-lg border bg-surface p-4 sm:p-5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id={id} className="min-w-0 break-words font-semibold">
          {name}
        </h2>
        <StatusMark status={provider.status} />
        <span className="ml-auto text-ink-3 text-xs">{t('models', { count: provider.models })}</span>
      </div>
      <p className="mt-2 text-pretty text-ink-2 text-sm">
        {t(`sentences.${provider.reason}`, { name })}
        {provider.cause ? ` ${t('cause', { reason: reasons(provider.cause) })}` : null}
      </p>
      {provider.built_in ? null : (
        <>
          <Figures provider={provider} skewMs={skewMs} />
          <HistoryStrip history={provider.history} at={at} />
        </>
      )}
    </section>
  )
}

function Figures({ provider, skewMs }: Pick<ProviderCardProps, 'provider' | 'skewMs'>) {
  const t = useTranslations('providers')
  return (
    <dl className="mt-4 grid gap-x-8 gap-y-3 text-sm sm:grid-cols-2">
      <Fact name={t('availability')}>
        <Availability of={provider.availability} />
      </Fact>
      <Fact name={t('firstToken')}>
        <FirstToken of={provider.first_token_ms} />
      </Fact>
      <Fact name={t('requestsLeft')}>
        <HeadroomBar left={provider.headroom.requests} />
      </Fact>
      <Fact name={t('tokensLeft')}>
        <HeadroomBar left={provider.headroom.tokens} />
      </Fact>
      <Fact name={t('inFlight')}>
        {t('inFlightOf', { count: provider.in_flight, limit: provider.in_flight_limit ?? provider.in_flight })}
        {provider.waiting > 0 ? `, ${t('waiting', { count: provider.waiting })}` : null}
      </Fact>
      <Fact name={t('breaker')}>
        <BreakerLine breaker={provider.breaker} skewMs={skewMs} />
      </Fact>
      <Fact name={t('lastCheck')}>
        <LastCheck provider={provider} />
      </Fact>
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-ink-3 text-xs">{name}</dt>
      <dd className="mt-0.5">{children}</dd>
    </div>
  )
}

function Availability({ of: { healthy, unhealthy, share } }: { of: ProviderResource['availability'] }) {
  const t = useTranslations('providers')
  const format = useFormatter()
  if (share === null) return <span className="text-ink-3">{t('nothingSeen')}</span>
  // 99.96% must not read as a whole day without a failure
  const shown = unhealthy === 0 ? 1 : Math.min(share, 0.999)
  const percent = format.number(shown, { style: 'percent', maximumFractionDigits: 1 })
  return t('seen', { share: percent, healthy, unhealthy })
}

function FirstToken({ of: { mean, p50, p95 } }: { of: ProviderResource['first_token_ms'] }) {
  const t = useTranslations('providers')
  const { duration } = useFigures()
  if (mean === null || p50 === null || p95 === null) return <span className="text-ink-3">{t('notMeasured')}</span>
  return t('firstTokenIs', { p50: duration(p50), p95: duration(p95), mean: duration(mean) })
}

function LastCheck({ provider: { last_check: check, judged_by: judgedBy } }: Pick<ProviderCardProps, 'provider'>) {
  const t = useTranslations('providers')
  const reasons = useTranslations('reasons')
  const { duration } = useFigures()
  const { minute } = useClockWords()
  if (check === null)
    return <span className="text-ink-3">{t(judgedBy === 'traffic' ? 'notCheckable' : 'notChecked')}</span>
  const time = minute(check.at)
  if (check.reason !== null) return t('checkFailed', { time, reason: reasons(check.reason) })
  return t('checkPassed', { time, duration: duration(check.latency_ms ?? 0) })
}
