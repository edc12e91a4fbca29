import type { Metadata } from 'next'
import { Shelf } from '@/components/conversations/shelf.tsx'
import { translator } from '@/components/language/current.ts'
import { findShelf, type ShelfSearch } from '../shelf.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator('pages')
  return { title: t('favourites'), robots: { index: false } }
}

export default async function FavouritesPage({ searchParams }: { searchParams: ShelfSearch }) {
  const t = await translator('pages')
  const shelf = await findShelf('/favourites', { favourite: true, archived: null }, searchParams)
  const note = shelf.conversations.length > 0 ? t('favouritesNote') : t('favouritesEmpty')
  return <Shelf title={t('favourites')} note={note} {...shelf} />
}
