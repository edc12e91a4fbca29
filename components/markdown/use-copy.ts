'use client'

import { useEffect, useState } from 'react'

const SHOWN_MS = 1_600

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

/** What to say of an outcome; null while there is nothing to say. */
export function copySentence(outcome: CopyOutcome): string | null {
  return { idle: null, copied: 'Copied', failed: 'Copying is not allowed here' }[outcome]
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
