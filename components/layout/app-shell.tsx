import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { currentTimeZone } from '@/components/language/current.ts'
import { currentSettings } from '@/components/settings/current.ts'
import type { ConversationPage } from '@/lib/client/api.ts'
import type { ListedConversation } from '@/lib/core/conversations/types.ts'
import { FreshList } from './fresh-list.tsx'
import { Shortcuts } from './shortcuts.tsx'
import { Sidebar } from './sidebar.tsx'
import { SidebarFrame } from './sidebar-frame.tsx'
import { isSidebarOpen, SIDEBAR_COOKIE } from './sidebar-state.ts'
import { SkipLink } from './skip-link.tsx'
import { RememberTimeZone } from './time-zone.tsx'
import { TIME_ZONE_COOKIE } from './time-zone-cookie.ts'

export type AppShellProps = {
  pinned: ListedConversation[]
  /** The first page of those that are not pinned, newest first. */
  recent: ConversationPage
  /** Unix time in milliseconds. */
  now: number
  /** Who is here and what they may do: "Guest · 30 questions a day". */
  note: ReactNode
  children: ReactNode
}

/** What surrounds every page behind the landing page: skip link, sidebar or drawer, main landmark, the keys. */
export async function AppShell({ pinned, recent, now, note, children }: AppShellProps) {
  const jar = await cookies()
  const { theme } = await currentSettings()
  const list = { pinned, recent, now, timeZone: await currentTimeZone() }
  const running = [...pinned, ...recent.rows].filter((row) => row.isRunning).map(({ id }) => id)
  return (
    <>
      <SkipLink />
      <SidebarFrame
        isInitiallyOpen={isSidebarOpen(jar.get(SIDEBAR_COOKIE)?.value)}
        sidebar={<Sidebar {...list} note={note} theme={theme} />}
      >
        {children}
      </SidebarFrame>
      <Shortcuts />
      <FreshList running={running} />
      <RememberTimeZone known={jar.get(TIME_ZONE_COOKIE)?.value} />
    </>
  )
}
