'use client'

import Link from 'next/link'
import { useTranslations } from 'use-intl/react'
import { Notice } from '@/components/layout/notice.tsx'
import { Button } from '@/components/ui/button.tsx'

export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations('errorPage')
  return (
    <Notice
      title={t('title')}
      actions={
        <>
          <Button onClick={reset}>{t('tryAgain')}</Button>
          <Button variant="outline" asChild>
            <Link href="/">{t('startPage')}</Link>
          </Button>
        </>
      }
    >
      <p>{t('text')}</p>
      {error.digest ? <p className="text-ink-3 text-xs">{t('reference', { digest: error.digest })}</p> : null}
    </Notice>
  )
}
