'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** The turns of a conversation. A question that was just sent pins to the top; otherwise the page never scrolls by itself. */
export function PinnedTurns({ turnIds, children }: { turnIds: string[]; children: ReactNode }) {
  const last = turnIds.at(-1)
  const seen = useRef(last)
  useEffect(() => {
    if (!last || last === seen.current) return
    seen.current = last
    document.getElementById(last)?.scrollIntoView({ block: 'start' })
  }, [last])
  return children
}
