import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { currentLanguage, currentTimeZone, translator } from '@/components/language/current.ts'
import { currentSettings } from '@/components/settings/current.ts'
import { groupByDay } from '@/lib/core/conversations/days.ts'
import type { ConversationSummary } from '@/lib/core/conversations/types.ts'
import { Shortcuts } from './shortcuts.tsx'
import { Sidebar } from './sidebar.tsx'
import { SidebarFrame } from './sidebar-frame.tsx'
import { isSidebarOpen, SIDEBAR_COOKIE } from './sidebar-state.ts'
import { SkipLink } from './skip-link.tsx'
import { RememberTimeZone } from './time-zone.tsx'
import { TIME_ZONE_COOKIE } from './time-zone-cookie.ts'

export type AppShellProps = {
  pinned: ConversationSummary[]
  /** Recent ones that are not pinned, newest first. */
  recent: ConversationSummary[]
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
  const t = await translator('sidebar')
  const words = { today: t('today'), yesterday: t('yesterday'), week: t('week'), locale: await currentLanguage() }
  const days = groupByDay(recent, { now, timeZone: await currentTimeZone(), words })
  const groups = pinned.length > 0 ? [{ label: t('pinned'), items: pinned }, ...days] : days
  return (
    <>
      <SkipLink />
      <SidebarFrame
        isInitiallyOpen={isSidebarOpen(jar.get(SIDEBAR_COOKIE)?.value)}
        sidebar={<Sidebar groups={groups} note={note} theme={theme} />}
      >
        {children}
      </SidebarFrame>
      <Shortcuts />
      <RememberTimeZone known={jar.get(TIME_ZONE_COOKIE)?.value} />
    </>
  )
}
