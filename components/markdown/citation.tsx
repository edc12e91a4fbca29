'use client'

import { type MouseEvent, type ReactNode, useState } from 'react'
import { lazyModule } from './lazy-module.ts'

const dialog = lazyModule(() => import('./passage-dialog.tsx'))

/** A source that an answer names: a link to its page, which opens over this one where scripts run. */
export function Citation({ href, children }: { href: string; children: ReactNode }) {
  const [isWanted, setWanted] = useState(false)
  function open(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    setWanted(true)
  }
  return (
    <>
      <a
        href={href}
        className="md-citation"
        aria-haspopup="dialog"
        onClick={open}
        onFocus={() => void dialog.preload()}
      >
        {children}
      </a>
      {isWanted && <Passage href={href} onClose={() => setWanted(false)} />}
    </>
  )
}

function Passage({ href, onClose }: { href: string; onClose(): void }) {
  const PassageDialog = dialog.useModule()?.PassageDialog
  return PassageDialog ? <PassageDialog href={href} onClose={onClose} /> : null
}
