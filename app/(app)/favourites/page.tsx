import type { Metadata } from 'next'
import { Shelf } from '@/components/conversations/shelf.tsx'
import { findShelf, type ShelfSearch } from '../shelf.ts'

export const metadata: Metadata = { title: 'Favourites', robots: { index: false } }

export default async function FavouritesPage({ searchParams }: { searchParams: ShelfSearch }) {
  const shelf = await findShelf('/favourites', { favourite: true, archived: null }, searchParams)
  const note =
    shelf.conversations.length > 0
      ? 'What you marked, newest first, archived ones included.'
      : 'No favourites yet. The menu beside a conversation marks it.'
  return <Shelf title="Favourites" note={note} {...shelf} />
}
