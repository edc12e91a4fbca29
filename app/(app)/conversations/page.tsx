import type { Metadata } from 'next'
import { Shelf } from '@/components/conversations/shelf.tsx'
import { translator } from '@/components/language/current.ts'
import { findShelf, type ShelfSearch } from '../shelf.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator('pages')
  return { title: t('conversations'), robots: { index: false } }
}

export default async function ConversationsPage({ searchParams }: { searchParams: ShelfSearch }) {
  const t = await translator('pages')
  const shelf = await findShelf('/conversations', {}, searchParams)
  const note = shelf.conversations.length > 0 ? t('conversationsNote') : t('conversationsEmpty')
  return <Shelf title={t('conversations')} note={note} {...shelf} />
}
