import type { Metadata } from 'next'
import { Shelf } from '@/components/conversations/shelf.tsx'
import { translator } from '@/components/language/current.ts'
import { findShelf, type ShelfSearch } from '../shelf.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator('pages')
  return { title: t('archive'), robots: { index: false } }
}

export default async function ArchivePage({ searchParams }: { searchParams: ShelfSearch }) {
  const t = await translator('pages')
  const shelf = await findShelf('/archive', { archived: true }, searchParams)
  const note = shelf.conversations.length > 0 ? t('archiveNote') : t('archiveEmpty')
  return <Shelf title={t('archive')} note={note} {...shelf} />
}
