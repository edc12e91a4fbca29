'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useState } from 'react'
import { SearchDialog } from '@/components/conversations/search-dialog.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { OPEN_SEARCH } from './search-button.tsx'

type Action = 'search' | 'new' | 'keys'

/** Listens to the keys that work everywhere, and holds what they open. */
export function Shortcuts() {
  const router = useRouter()
  const [open, setOpen] = useState<'search' | 'keys' | null>(null)
  const setIsOpen = (which: 'search' | 'keys') => (isOpen: boolean) => setOpen(isOpen ? which : null)

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const action = actionOf(event)
    if (!action) return
    event.preventDefault()
    if (action === 'new') router.push('/')
    else setOpen(action)
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
      <SearchDialog isOpen={open === 'search'} onOpenChange={setIsOpen('search')} />
      <KeysDialog isOpen={open === 'keys'} onOpenChange={setIsOpen('keys')} />
    </>
  )
}

/** A key alone is nobody's while something is being written or a window is open. */
function actionOf(event: KeyboardEvent): Action | null {
  const key = event.key.toLowerCase()
  if ((event.metaKey || event.ctrlKey) && !event.altKey) {
    if (key === 'k' && !event.shiftKey) return 'search'
    return key === 'o' && event.shiftKey ? 'new' : null
  }
  if (key !== '?' || event.altKey || document.querySelector('[data-scrim]')) return null
  return isWriting(event.target) ? null : 'keys'
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
}
