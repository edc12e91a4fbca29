'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { cn } from '@/components/ui/cn.ts'
import type { ConversationSummary } from '@/lib/core/conversations/types.ts'

/** The recent conversations, newest first; those with a live run carry a breathing dot. */
export function ConversationList({ conversations }: { conversations: ConversationSummary[] }) {
  const path = usePathname()
  if (conversations.length === 0) {
    return <p className="px-2.5 text-ink-3 text-xs leading-5">Your questions will be listed here. Ask the first one.</p>
  }
  return (
    <ul className="space-y-px">
      {conversations.map(({ id, title, isRunning }) => {
        const isCurrent = path === `/c/${id}`
        return (
          <li key={id}>
            <Link
              href={`/c/${id}` as Route}
              aria-current={isCurrent ? 'page' : undefined}
              title={title}
              prefetch={false}
              className={cn(
                'flex h-8 items-center gap-2 rounded-md px-2.5 text-ink-2 text-sm -outline-offset-2 hover:bg-line/60 hover:text-ink',
                isCurrent && 'bg-line/60 font-medium text-ink',
              )}
            >
              <span className="min-w-0 flex-1 truncate">{title}</span>
              {isRunning ? (
                <span className="size-1.5 shrink-0 animate-breathe rounded-full bg-accent">
                  <span className="sr-only">, running</span>
                </span>
              ) : null}
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
