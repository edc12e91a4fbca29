'use client'

import { Menu, PanelLeft, PanelLeftClose, SquarePen } from 'lucide-react'
import Link from 'next/link'
import { type MouseEvent, type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Button } from '@/components/ui/button.tsx'
import { cn } from '@/components/ui/cn.ts'
import { LateDialog, opensDialog } from '@/components/ui/late-dialog.tsx'
import { rememberPreference } from './preferences.ts'
import { SIDEBAR_COOKIE } from './sidebar-state.ts'
import { Wordmark } from './wordmark.tsx'

export type SidebarFrameProps = { isInitiallyOpen: boolean; sidebar: ReactNode; children: ReactNode }

/** Places the sidebar: a column that folds to a rail on wide screens, a drawer behind the header on phones. */
export function SidebarFrame({ isInitiallyOpen, sidebar, children }: SidebarFrameProps) {
  const t = useTranslations('layout')
  const [isOpen, setIsOpen] = useState(isInitiallyOpen)

  function toggle() {
    rememberPreference(SIDEBAR_COOKIE, isOpen ? 'closed' : 'open')
    setIsOpen(!isOpen)
  }
  const onShortcut = useEffectEvent(toggle)

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== '\\' || !(event.metaKey || event.ctrlKey)) return
      event.preventDefault()
      onShortcut()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])

  return (
    <div
      className={cn(
        'md:grid',
        isOpen
          ? 'md:grid-cols-[var(--width-sidebar)_minmax(0,1fr)] md:[--main-left:var(--width-sidebar)]'
          : 'md:grid-cols-[3rem_minmax(0,1fr)] md:[--main-left:3rem]',
      )}
    >
      <PhoneHeader sidebar={sidebar} />
      <aside className="sticky top-0 hidden h-dvh flex-col border-r bg-sunken md:flex">
        <div
          className={cn('flex h-14 shrink-0 items-center', isOpen ? 'justify-between pr-2 pl-5.5' : 'justify-center')}
        >
          {isOpen ? (
            <Link href="/" className="rounded-sm">
              <Wordmark />
            </Link>
          ) : null}
          <Button
            variant="ghost"
            size="icon-sm"
            onClick={toggle}
            aria-expanded={isOpen}
            aria-keyshortcuts="Control+\ Meta+\"
            aria-label={t('sidebar')}
            title={t(isOpen ? 'fold' : 'unfold')}
          >
            {isOpen ? <PanelLeftClose aria-hidden /> : <PanelLeft aria-hidden />}
          </Button>
        </div>
        {isOpen ? <div className="min-h-0 flex-1">{sidebar}</div> : <Rail />}
      </aside>
      <main id="main" tabIndex={-1} className="min-w-0 outline-none">
        {children}
      </main>
    </div>
  )
}

function Rail() {
  const t = useTranslations('layout')
  return (
    <div className="flex justify-center">
      <Button asChild variant="ghost" size="icon-sm">
        <Link href="/" aria-label={t('newQuestion')} title={t('newQuestion')}>
          <SquarePen aria-hidden />
        </Link>
      </Button>
    </div>
  )
}

function PhoneHeader({ sidebar }: { sidebar: ReactNode }) {
  const t = useTranslations('layout')
  const [isOpen, setIsOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)

  function closeAfterChoice(event: MouseEvent<HTMLElement>) {
    if ((event.target as Element).closest('a:not([data-keeps-drawer]), [data-closes-drawer]')) setIsOpen(false)
  }

  return (
    <header className="sticky top-0 z-30 flex h-13 items-center justify-between border-b bg-bg px-2 md:hidden">
      <Button
        ref={button}
        variant="ghost"
        size="icon"
        {...opensDialog}
        aria-expanded={isOpen}
        aria-label={t('conversations')}
        onClick={() => setIsOpen(true)}
        className="size-11"
      >
        <Menu aria-hidden className="size-5" />
      </Button>
      <LateDialog
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        opener={button}
        placement="drawer"
        title="LLM Council"
        onClick={closeAfterChoice}
        className="bg-sunken"
        isFlush
      >
        {sidebar}
      </LateDialog>
      <Link href="/" className="rounded-sm">
        <Wordmark />
      </Link>
      <Button asChild variant="ghost" size="icon" className="size-11">
        <Link href="/" aria-label={t('newQuestion')}>
          <SquarePen aria-hidden className="size-5" />
        </Link>
      </Button>
    </header>
  )
}
