import { Activity, Archive, Boxes, FileUp, type LucideIcon, Plus, Settings2, Star } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { ConversationList, type ConversationListProps } from '@/components/conversations/conversation-list.tsx'
import { currentLanguage, translator } from '@/components/language/current.ts'
import { Button } from '@/components/ui/button.tsx'
import { groupByDay } from '@/lib/core/conversations/days.ts'
import type { Settings } from '@/lib/core/settings/settings.ts'
import { SearchButton } from './search-button.tsx'
import { ThemeToggle } from './theme-toggle.tsx'

export type SidebarProps = Omit<ConversationListProps, 'days' | 'client'> & {
  /** Who is here and what they may do: "Guest · 30 questions a day". */
  note: ReactNode
  theme: Settings['theme']
}

/** New question and search, conversations by day, and at the foot what was put aside, who is here and the theme. */
export async function Sidebar({ note, theme, ...list }: SidebarProps) {
  const t = await translator('layout')
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="space-y-1 px-3 pb-4">
        <Button asChild variant="outline" className="w-full justify-start px-2.5 pointer-coarse:h-11">
          <Link href="/">
            <Plus aria-hidden />
            {t('newQuestion')}
          </Link>
        </Button>
        <SearchButton />
      </div>
      <nav aria-label={t('conversations')} data-scrolls className="min-h-0 flex-1 overflow-y-auto px-3 pb-4">
        <ConversationList {...list} days={await daysOf(list)} />
      </nav>
      <footer className="space-y-2.5 border-t p-3">
        <Foot />
        <p className="px-2.5 text-ink-3 text-xs leading-4">{note}</p>
        <ThemeToggle initial={theme} />
      </footer>
    </div>
  )
}

async function daysOf({ recent, now, timeZone }: Pick<SidebarProps, 'recent' | 'now' | 'timeZone'>) {
  const t = await translator('list')
  const words = { today: t('today'), yesterday: t('yesterday'), week: t('week'), locale: await currentLanguage() }
  return groupByDay(recent.rows, { now, timeZone, words })
}

async function Foot() {
  const t = await translator('sidebar')
  return (
    <nav aria-label={t('more')} className="grid grid-cols-2 gap-x-1">
      <FootLink href="/favourites" Icon={Star} name={t('favourites')} />
      <FootLink href="/archive" Icon={Archive} name={t('archive')} />
      <FootLink href="/import" Icon={FileUp} name={t('import')} label={t('importLong')} />
      <FootLink href="/models" Icon={Boxes} name={t('models')} />
      <FootLink href="/status" Icon={Activity} name={t('providers')} />
      <FootLink href="/settings" Icon={Settings2} name={t('settings')} />
    </nav>
  )
}

type FootLinkProps = { href: Route; Icon: LucideIcon; name: string; label?: string }

function FootLink({ href, Icon, name, label }: FootLinkProps) {
  return (
    <Button asChild variant="ghost" size="sm" className="justify-start px-2.5 hover:bg-line/60 pointer-coarse:h-11">
      <Link href={href} prefetch={false} aria-label={label}>
        <Icon aria-hidden />
        {name}
      </Link>
    </Button>
  )
}
