import Link from 'next/link'
import { useFormatter, useTranslations } from 'use-intl/react'
import { providerName } from './provider-name.ts'

/** Above the question box: who would be asked and cannot answer now. Nothing while all can. */
export function ProviderNotice({ ids }: { ids: string[] }) {
  const t = useTranslations('providers')
  const format = useFormatter()
  if (ids.length === 0) return null
  const names = format.list(ids.map(providerName))
  return (
    <p className="pb-2 text-sm text-warn">
      {t('notice', { names, count: ids.length })}{' '}
      <Link href="/status" prefetch={false} className="underline">
        {t('noticeLink')}
      </Link>
    </p>
  )
}
