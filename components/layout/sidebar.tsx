import { Plus } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { ConversationList } from '@/components/conversations/conversation-list.tsx'
import { Button } from '@/components/ui/button.tsx'
import type { ConversationSummary } from '@/lib/core/conversations/types.ts'
import type { Theme } from './theme.ts'
import { ThemeToggle } from './theme-toggle.tsx'

export type SidebarProps = {
  conversations: ConversationSummary[]
  /** Who is here and what they may do: "Guest · 30 questions a day". */
  note: ReactNode
  theme: Theme
}

/** New question, recent conversations, and at the foot who is here and the theme. */
export function Sidebar({ conversations, note, theme }: SidebarProps) {
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="px-3 pb-4">
        <Button asChild variant="outline" className="w-full justify-start px-2.5">
          <Link href="/">
            <Plus aria-hidden />
            New question
          </Link>
        </Button>
      </div>
      <nav aria-label="Conversations" className="min-h-0 flex-1 overflow-y-auto px-3 pb-4">
        <h2 className="px-2.5 pb-1.5 font-medium text-2xs text-ink-3">Recent</h2>
        <ConversationList conversations={conversations} />
      </nav>
      <footer className="space-y-2.5 border-t p-3">
        <p className="px-2.5 text-ink-3 text-xs leading-4">{note}</p>
        <Link href="/import" className="block rounded-sm px-2.5 text-ink-2 text-xs hover:text-ink">
          Import conversations
        </Link>
        <ThemeToggle initial={theme} />
      </footer>
    </div>
  )
}
