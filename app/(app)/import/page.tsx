import type { Metadata } from 'next'
import { ImportForm } from '@/components/conversations/import-form.tsx'
import { translator } from '@/components/language/current.ts'
import { becomeVisitorAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator('pages')
  return { title: t('import'), robots: { index: false } }
}

export default async function ImportPage() {
  const t = await translator('pages')
  return (
    <div className="mx-auto max-w-(--width-read) space-y-6 px-5 py-14 sm:px-8">
      <h1 className="font-serif text-3xl">{t('import')}</h1>
      <p className="text-ink-2 leading-7">{t('importNote')}</p>
      <ImportForm prepare={becomeVisitorAction} />
    </div>
  )
}
