import { translator } from '@/components/language/current.ts'
import type { ProvidersResource } from '@/lib/client/provider-stream.ts'
import { LiveProviders } from './live-providers.tsx'

/** Who answers questions here, and how they are. */
export async function StatusPage({ initial }: { initial: ProvidersResource }) {
  const t = await translator('providers')
  return (
    <div className="mx-auto max-w-(--width-read) px-5 py-12 sm:px-8">
      <h1 className="font-medium font-serif text-title">{t('title')}</h1>
      <p className="mt-2 text-ink-2 text-sm">{t('intro')}</p>
      <LiveProviders initial={initial} />
    </div>
  )
}
