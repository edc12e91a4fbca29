import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { translator } from '@/components/language/current.ts'
import { Button } from '@/components/ui/button.tsx'
import type { ListedConversation } from '@/lib/core/conversations/types.ts'
import { ConversationRow } from './conversation-row.tsx'
import { UnarchiveButton } from './unarchive-button.tsx'

export type ShelfProps = {
  title: string
  /** What is here, or how things come here while nothing is. */
  note: ReactNode
  conversations: ListedConversation[]
  /** Address of the next page; null on the last. */
  next: Route | null
}

/** A page of conversations that were put aside or marked. */
export async function Shelf({ title, note, conversations, next }: ShelfProps) {
  const t = await translator('pages')
  return (
    <div className="mx-auto max-w-(--width-read) px-5 py-12 sm:px-8">
      <h1 className="font-medium font-serif text-title">{title}</h1>
      <p className="mt-2 text-ink-2 text-sm">{note}</p>
      <ul className="mt-8 divide-y border-y empty:hidden">
        {conversations.map((conversation) => (
          <li key={conversation.id} className="flex items-center gap-3 py-1">
            <ul className="min-w-0 flex-1">
              <ConversationRow conversation={conversation} />
            </ul>
            {conversation.archivedAt === null ? null : (
              <UnarchiveButton id={conversation.id} title={conversation.title} />
            )}
          </li>
        ))}
      </ul>
      {next ? (
        <Button asChild variant="outline" className="mt-6">
          <Link href={next}>{t('older')}</Link>
        </Button>
      ) : null}
    </div>
  )
}
