'use client'

import { type ReactNode, useRef } from 'react'
import { useDock } from './use-dock.ts'

/**
 * What stays at the foot of the screen, above a phone's keyboard and home bar, while the page scrolls behind it. What is
 * `over` it takes no part in its height: what comes and goes there by itself must not count as a shift.
 */
export function Dock({ over, children }: { over: ReactNode; children: ReactNode }) {
  const dock = useRef<HTMLDivElement>(null)
  useDock(dock)
  return (
    <div ref={dock} data-dock className="dock -mx-5 mt-auto bg-bg px-5 sm:-mx-8 sm:px-8">
      <div className="relative mx-auto max-w-(--width-read)">
        <div data-over className="absolute inset-x-0 bottom-full bg-bg">
          {over}
        </div>
        {children}
      </div>
    </div>
  )
}
