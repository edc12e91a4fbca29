import { Archive, Plus, Star } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { ConversationList, type ConversationListProps } from '@/components/conversations/conversation-list.tsx'
import { Button } from '@/components/ui/button.tsx'
import { SearchButton } from './search-button.tsx'
import type { Theme } from './theme.ts'
import { ThemeToggle } from './theme-toggle.tsx'

export type SidebarProps = ConversationListProps & {
  /** Who is here and what they may do: "Guest · 30 questions a day". */
  note: ReactNode
  theme: Theme
}

/** New question and search, conversations by day, and at the foot what was put aside, who is here and the theme. */
export function Sidebar({ note, theme, ...list }: SidebarProps) {
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="space-y-1 px-3 pb-4">
        <Button asChild variant="outline" className="w-full justify-start px-2.5 pointer-coarse:h-11">
          <Link href="/">
            <Plus aria-hidden />
            New question
          </Link>
        </Button>
        <SearchButton />
      </div>
      <nav aria-label="Conversations" data-scrolls className="min-h-0 flex-1 overflow-y-auto px-3 pb-4">
        <ConversationList {...list} />
      </nav>
      <footer className="space-y-2.5 border-t p-3">
        <nav aria-label="Put aside" className="flex gap-1">
          <FootLink href="/favourites" icon={<Star aria-hidden />}>
            Favourites
          </FootLink>
          <FootLink href="/archive" icon={<Archive aria-hidden />}>
            Archive
          </FootLink>
        </nav>
        <p className="px-2.5 text-ink-3 text-xs leading-4">{note}</p>
        <Link
          href="/import"
          className="flex items-center rounded-sm px-2.5 text-ink-2 text-xs hover:text-ink pointer-coarse:h-11"
        >
          Import conversations
        </Link>
        <ThemeToggle initial={theme} />
      </footer>
    </div>
  )
}

function FootLink({ href, icon, children }: { href: Route; icon: ReactNode; children: ReactNode }) {
  return (
    <Button asChild variant="ghost" size="sm" className="px-2.5 hover:bg-line/60 pointer-coarse:h-11">
      <Link href={href} prefetch={false}>
        {icon}
        {children}
      </Link>
    </Button>
  )
}
