import type { Metadata } from 'next'
import { Shelf } from '@/components/conversations/shelf.tsx'
import { findShelf, type ShelfSearch } from '../shelf.ts'

export const metadata: Metadata = { title: 'Archive', robots: { index: false } }

export default async function ArchivePage({ searchParams }: { searchParams: ShelfSearch }) {
  const shelf = await findShelf('/archive', { archived: true }, searchParams)
  const note =
    shelf.conversations.length > 0
      ? 'Put aside, not gone: the search finds them, and Restore brings them back to the list.'
      : 'Nothing is archived. The menu beside a conversation puts it here.'
  return <Shelf title="Archive" note={note} {...shelf} />
}
