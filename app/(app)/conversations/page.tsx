import type { Metadata } from 'next'
import { Shelf } from '@/components/conversations/shelf.tsx'
import { findShelf, type ShelfSearch } from '../shelf.ts'

export const metadata: Metadata = { title: 'Conversations', robots: { index: false } }

export default async function ConversationsPage({ searchParams }: { searchParams: ShelfSearch }) {
  const shelf = await findShelf('/conversations', {}, searchParams)
  const note =
    shelf.conversations.length > 0
      ? 'Newest first, without those in the archive.'
      : 'Nothing here yet. Your questions will be listed here.'
  return <Shelf title="Conversations" note={note} {...shelf} />
}
