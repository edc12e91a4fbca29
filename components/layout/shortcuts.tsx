'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useState } from 'react'
import { lazyModule } from '@/components/ui/lazy-module.ts'
import { goToSeat, goToTurn } from './reading-keys.ts'
import { OPEN_SEARCH } from './search-button.tsx'

const search = lazyModule(() => import('@/components/conversations/search-dialog.tsx'))
const keys = lazyModule(() => import('./keys-dialog.tsx'))

type Action = { open: 'search' | 'keys' } | { turn: 'next' | 'previous' } | { seat: number } | 'new'

/** Listens to the keys that work everywhere, and holds what they open. */
export function Shortcuts() {
  const router = useRouter()
  const [open, setOpen] = useState<'search' | 'keys' | null>(null)
  const setIsOpen = (which: 'search' | 'keys') => (isOpen: boolean) => setOpen(isOpen ? which : null)

  const searchFile = search.useModule(open === 'search')
  const keysFile = keys.useModule(open === 'keys')

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    // held down before K: the window is there when it is asked for
    if (event.key === 'Meta' || event.key === 'Control') void search.preload()
    const action = actionOf(event)
    if (!action) return
    event.preventDefault()
    if (action === 'new') router.push('/')
    else if ('open' in action) setOpen(action.open)
    else if ('turn' in action) goToTurn(action.turn)
    else goToSeat(action.seat)
  })
  const onSearch = useEffectEvent(() => setOpen('search'))

  useEffect(() => {
    const listenKeys = (event: KeyboardEvent) => onKeyDown(event)
    const listenSearch = () => onSearch()
    document.addEventListener('keydown', listenKeys)
    document.addEventListener(OPEN_SEARCH, listenSearch)
    return () => {
      document.removeEventListener('keydown', listenKeys)
      document.removeEventListener(OPEN_SEARCH, listenSearch)
    }
  }, [])

  return (
    <>
      {searchFile && <searchFile.SearchDialog isOpen={open === 'search'} onOpenChange={setIsOpen('search')} />}
      {keysFile && <keysFile.KeysDialog isOpen={open === 'keys'} onOpenChange={setIsOpen('keys')} />}
    </>
  )
}

function actionOf(event: KeyboardEvent): Action | null {
  const key = event.key.toLowerCase()
  if ((event.metaKey || event.ctrlKey) && !event.altKey) {
    if (key === 'k' && !event.shiftKey) return { open: 'search' }
    return key === 'o' && event.shiftKey ? 'new' : null
  }
  return event.altKey || event.metaKey || event.ctrlKey || isTaken(event) ? null : actionOfKey(key, event.shiftKey)
}

function actionOfKey(key: string, isShifted: boolean): Action | null {
  if (key === '?') return { open: 'keys' }
  if (isShifted) return null
  if (key === 'j') return { turn: 'next' }
  if (key === 'k') return { turn: 'previous' }
  return /^[1-9]$/.test(key) ? { seat: Number(key) } : null
}

/** A key alone is nobody's while something is being written, chosen from a menu, or a window is open. */
function isTaken({ target, defaultPrevented, isComposing }: KeyboardEvent): boolean {
  if (defaultPrevented || isComposing || document.querySelector('[data-scrim]')) return true
  const place = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], [role=menu]'
  return target instanceof HTMLElement && target.closest(place) !== null
}
