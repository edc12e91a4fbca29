'use client'

import { X } from 'lucide-react'
import type { Route } from 'next'
import { usePathname, useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Button } from '@/components/ui/button.tsx'
import { type Api, api } from '@/lib/client/api.ts'
import { browser } from '@/lib/client/browser.ts'
import { tellOtherTabs } from '@/lib/client/other-tabs.ts'
import { offerUndo, type Undoable, useUndoable } from './undo-store.ts'

const SHOWN_MS = 8_000

/** Says that a conversation was deleted and offers it back for eight seconds; the pointer on it holds the time. */
export function UndoToast({ client = api }: { client?: Api }) {
  const undoable = useUndoable()
  return (
    // aria-live keeps it readable and clickable beside a modal drawer
    <div role="status" aria-live="polite" className="pointer-events-auto fixed inset-x-0 bottom-0 z-60 empty:hidden">
      {undoable ? <Offer key={undoable.id} undoable={undoable} client={client} /> : null}
    </div>
  )
}

function Offer({ undoable, client }: { undoable: Undoable; client: Api }) {
  const t = useTranslations('list')
  const router = useRouter()
  const undoButton = useRef<HTMLButtonElement>(null)
  const [isHeld, setIsHeld] = useState(false)
  const [state, setState] = useState<'offered' | 'undoing' | 'failed'>('offered')

  const path = usePathname()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that was left takes the focus with it.
  useEffect(() => {
    // the row that has the focus is about to go; a drawer keeps the focus to itself
    const isWriting = document.activeElement?.matches('input, textarea')
    if (!isWriting && !document.querySelector('[data-scrim]')) undoButton.current?.focus()
  }, [path])
  useEffect(() => {
    if (!isHeld && state === 'offered') return browser.after(SHOWN_MS, () => close(undoButton.current))
  }, [isHeld, state])

  async function undo() {
    setState('undoing')
    try {
      await client.restoreConversation({ id: undoable.id })
    } catch {
      return setState('failed')
    }
    tellOtherTabs()
    close(undoButton.current)
    if (undoable.wasOpen) router.push(`/c/${undoable.id}` as Route)
    router.refresh()
  }

  return (
    <div
      className="mx-auto mb-[max(var(--dock-bottom,0px),1rem,env(safe-area-inset-bottom))] flex w-[min(100%-2rem,28rem)] animate-rise-in items-center gap-2 rounded-md border bg-surface py-1.5 pr-1.5 pl-4 shadow-overlay"
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
    >
      <p className="min-w-0 flex-1 text-sm">
        <span className="line-clamp-2">{t(sentenceOf(undoable, state), { title: undoable.title })}</span>
      </p>
      <Button ref={undoButton} variant="outline" size="sm" onClick={undo} disabled={state === 'undoing'}>
        {t('undo')}
      </Button>
      <Button variant="ghost" size="icon-sm" aria-label={t('dismiss')} onClick={() => close(undoButton.current)}>
        <X aria-hidden />
      </Button>
    </div>
  )
}

function sentenceOf({ wasRunning }: Undoable, state: 'offered' | 'undoing' | 'failed') {
  if (state === 'failed') return 'undoFailed'
  return wasRunning ? 'deletedRunning' : 'deleted'
}

/** Whoever is on the toast with the keyboard goes on in the page. */
function close(undoButton: HTMLElement | null): void {
  if (undoButton?.parentElement?.contains(document.activeElement)) document.getElementById('main')?.focus()
  offerUndo(null)
}
