'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import type { ProvidersResource } from '@/lib/client/provider-stream.ts'
import { useProviders } from '@/lib/client/use-providers.ts'
import { ProviderCard } from './provider-card.tsx'
import { StatusChanges } from './status-changes.tsx'
import { useClockWords } from './use-clock-words.ts'

/** The providers, kept up to date while the page is open; without JavaScript as the server knew them. */
export function LiveProviders({ initial }: { initial: ProvidersResource }) {
  const t = useTranslations('providers')
  const { second } = useClockWords()
  const { providers, connection, skewMs } = useProviders(initial)
  const { at, data } = providers
  return (
    <>
      {connection === 'live' ? null : (
        <p role="alert" className="mt-6 rounded-md bg-warn-bg px-3 py-2 text-sm text-warn">
          {t(connection, { time: second(at) })}
        </p>
      )}
      <noscript>
        <p className="mt-6 text-ink-3 text-sm">{t('asOf', { time: second(at) })}</p>
      </noscript>
      <StatusChanges providers={data} />
      {data.every((provider) => provider.built_in) ? <OnlyDemo /> : null}
      <ul className="mt-8 space-y-4">
        {data.map((provider) => (
          <li key={provider.id}>
            <ProviderCard provider={provider} at={at} skewMs={skewMs} />
          </li>
        ))}
      </ul>
    </>
  )
}

function OnlyDemo() {
  const t = useTranslations('providers')
  const code = (text: ReactNode) => <code className="break-all font-mono text-ink text-xs">{text}</code>
  return (
    <section aria-label={t('onlyDemo')} className="mt-8 rounded-lg border border-dashed p-4 sm:p-5">
      <h2 className="font-semibold text-sm">{t('onlyDemo')}</h2>
      <p className="mt-1 text-pretty text-ink-2 text-sm">
        {t.rich('addOne', { key: 'OPENROUTER_API_KEY', address: 'OPENAI_COMPATIBLE_BASE_URL', file: '.env', code })}
      </p>
    </section>
  )
}
