import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import type { ConversationSummary } from '@/lib/core/conversations/types.ts'
import { Sidebar } from './sidebar.tsx'
import { SidebarFrame } from './sidebar-frame.tsx'
import { isSidebarOpen, SIDEBAR_COOKIE } from './sidebar-state.ts'
import { SkipLink } from './skip-link.tsx'
import { parseTheme, THEME_COOKIE } from './theme.ts'

export type AppShellProps = {
  /** Recent ones, newest first. */
  conversations: ConversationSummary[]
  /** Who is here and what they may do: "Guest · 30 questions a day". */
  note: ReactNode
  children: ReactNode
}

/** What surrounds every page behind the landing page: skip link, sidebar or drawer, main landmark. */
export async function AppShell({ conversations, note, children }: AppShellProps) {
  const jar = await cookies()
  const theme = parseTheme(jar.get(THEME_COOKIE)?.value)
  return (
    <>
      <SkipLink />
      <SidebarFrame
        isInitiallyOpen={isSidebarOpen(jar.get(SIDEBAR_COOKIE)?.value)}
        sidebar={<Sidebar conversations={conversations} note={note} theme={theme} />}
      >
        {children}
      </SidebarFrame>
    </>
  )
}
