'use client'

import { useState } from 'react'
import { hasEnded } from '@/lib/core/council/select.ts'
import type { RunState } from '@/lib/core/council/state.ts'
import { endSentence } from './progress.ts'
import { useRunWords } from './words.ts'

/** Says once, aloud, that a run has ended; silent for runs that had ended when the page came. */
export function Announcer({ run }: { run: RunState }) {
  const words = useRunWords()
  const [wasLive] = useState(() => !hasEnded(run))
  return (
    <p role="status" aria-live="polite" className="sr-only">
      {wasLive ? endSentence(run, words) : ''}
    </p>
  )
}
