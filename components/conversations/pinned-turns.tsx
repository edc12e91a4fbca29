'use client'

import { type ReactNode, useEffect } from 'react'

/** The newest turn seen of each conversation, by its first one. Outlives the page, which is built anew after a redirect. */
const newest = new Map<string, string>()

/** The turns of a conversation. A question that was just sent pins to the top; otherwise the page never scrolls by itself. */
export function PinnedTurns({ turnIds, children }: { turnIds: string[]; children: ReactNode }) {
  const first = turnIds[0]
  const last = turnIds.at(-1)
  useEffect(() => {
    if (!first || !last) return
    const before = newest.get(first)
    newest.set(first, last)
    if (before && before !== last) document.getElementById(last)?.scrollIntoView({ block: 'start' })
  }, [first, last])
  return children
}
