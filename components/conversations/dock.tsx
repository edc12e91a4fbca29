'use client'

import { type ReactNode, useRef } from 'react'
import { useDock } from './use-dock.ts'

/** What stays at the foot of the screen, above a phone's keyboard and home bar, while the page scrolls behind it. */
export function Dock({ children }: { children: ReactNode }) {
  const dock = useRef<HTMLDivElement>(null)
  useDock(dock)
  return (
    <div ref={dock} data-dock className="dock -mx-5 mt-auto bg-bg px-5 sm:-mx-8 sm:px-8">
      <div className="relative mx-auto max-w-(--width-read)">{children}</div>
    </div>
  )
}
