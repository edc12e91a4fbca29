import type { Metadata } from 'next'
import Link from 'next/link'
import { translator } from '@/components/language/current.ts'
import { Notice } from '@/components/layout/notice.tsx'
import { Button } from '@/components/ui/button.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator('notFound')
  return { title: t('title') }
}

export default async function NotFound() {
  const t = await translator('notFound')
  return (
    <Notice
      title={t('heading')}
      actions={
        <Button asChild>
          <Link href="/">{t('action')}</Link>
        </Button>
      }
    >
      <p>{t('text')}</p>
    </Notice>
  )
}
