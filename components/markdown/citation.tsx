'use client'

import { type MouseEvent, type ReactNode, useRef, useState } from 'react'
import { lazyModule } from '../ui/lazy-module.ts'

const dialog = lazyModule(() => import('./passage-dialog.tsx'))

/** A source that an answer names: a link to its page, which opens over this one where scripts run. */
export function Citation({ href, children }: { href: string; children: ReactNode }) {
  const [isWanted, setWanted] = useState(false)
  const link = useRef<HTMLAnchorElement>(null)
  function open(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    setWanted(true)
  }
  return (
    <>
      <a
        ref={link}
        href={href}
        className="md-citation"
        aria-haspopup="dialog"
        onClick={open}
        onFocus={() => void dialog.preload()}
      >
        {children}
      </a>
      {isWanted && <Passage href={href} onClose={() => setWanted(false)} onLeft={() => link.current?.focus()} />}
    </>
  )
}

function Passage(props: { href: string; onClose(): void; onLeft(): void }) {
  const PassageDialog = dialog.useModule()?.PassageDialog
  return PassageDialog ? <PassageDialog {...props} /> : null
}
