import type { DayGroup } from '@/lib/core/conversations/days.ts'
import type { ConversationSummary } from '@/lib/core/conversations/types.ts'
import { ConversationRow } from './conversation-row.tsx'

export type ConversationListProps = {
  /** Headings with what is under them, in the order they are shown. */
  groups: DayGroup<ConversationSummary>[]
}

/** Conversations under their headings; those with a live run carry a breathing dot. */
export function ConversationList({ groups }: ConversationListProps) {
  if (groups.length === 0) {
    return <p className="px-2.5 text-ink-3 text-xs leading-5">Your questions will be listed here. Ask the first one.</p>
  }
  return (
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
  )
}
