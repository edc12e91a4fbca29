'use client'

import { useLocale, useTranslations } from 'use-intl/react'
import type { Api, ConversationPage } from '@/lib/client/api.ts'
import { useOlderConversations } from '@/lib/client/use-older-conversations.ts'
import { type DayGroup, groupByDay } from '@/lib/core/conversations/days.ts'
import type { ListedConversation } from '@/lib/core/conversations/types.ts'
import { ConversationRow } from './conversation-row.tsx'
import { OlderEnd } from './older-conversations.tsx'

export type ConversationListProps = {
  pinned: ListedConversation[]
  /** The newest that are not pinned, and where older ones begin. */
  recent: ConversationPage
  /** The same by day, as the server grouped them: the calendar of a time zone is slow to load in a browser. */
  days?: DayGroup<ListedConversation>[] | undefined
  /** Unix time in milliseconds. */
  now: number
  /** Where the visitor's days begin. */
  timeZone: string
  client?: Api
}

/** Conversations under their headings, pinned ones first, then by day; those with a live run carry a breathing dot. */
export function ConversationList({ pinned, recent, days: first, now, timeZone, client }: ConversationListProps) {
  const t = useTranslations('list')
  const words = { today: t('today'), yesterday: t('yesterday'), week: t('week'), locale: useLocale() }
  const older = useOlderConversations(recent, client)
  const isFirst = first !== undefined && older.rows.length === 0
  const days = isFirst ? first : groupByDay([...recent.rows, ...older.rows], { now, timeZone, words })
  const groups = pinned.length > 0 ? [{ label: t('pinned'), items: pinned }, ...days] : days
  if (groups.length === 0) {
    return <p className="px-2.5 text-ink-3 text-xs leading-5">{t('empty')}</p>
  }
  return (
    <>
      <div className="space-y-4">
        {groups.map(({ label, items }) => (
          <section key={label}>
            <h2 className="px-2.5 pb-1.5 font-medium text-2xs text-ink-3">{label}</h2>
            <ul className="space-y-px">
              {items.map((conversation) => (
                <ConversationRow key={conversation.id} conversation={conversation} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <OlderEnd older={older} />
    </>
  )
}
