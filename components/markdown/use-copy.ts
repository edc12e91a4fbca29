'use client'

import { useEffect, useState } from 'react'

const SHOWN_MS = 1_600

/** What became of it; but for `idle` a text of `texts`. */
export type CopyOutcome = 'idle' | 'copied' | 'failed'

/** Copies a text and says for a moment how that went. */
export function useCopy(): { outcome: CopyOutcome; copy(read: () => string | Promise<string>): Promise<void> } {
  const [outcome, setOutcome] = useState<CopyOutcome>('idle')
  useEffect(() => {
    if (outcome === 'idle') return
    const timer = setTimeout(() => setOutcome('idle'), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [outcome])
  return { outcome, copy: async (read) => setOutcome((await write(read)) ? 'copied' : 'failed') }
}

/** The clipboard is missing on plain http and refusable everywhere. */
async function write(read: () => string | Promise<string>): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(await read())
    return true
  } catch {
    return false
  }
}
