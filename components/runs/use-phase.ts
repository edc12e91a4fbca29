'use client'

import { useState } from 'react'

/**
 * How the page is laid out. `gathering`: the verdict's place is kept, the evidence is open. `speaking`: the verdict has
 * the screen. `settled`: the run has ended, the evidence stands under the answer. A run
 * only ever goes forward, even where a chairman starts again.
 */
export type Phase = 'gathering' | 'speaking' | 'settled'

const ORDER: readonly Phase[] = ['gathering', 'speaking', 'settled']

/** The phase that is shown: it follows `wanted`, but never while the reader is inside the evidence. */
export function usePhase(wanted: Phase, isReaderInside: boolean): { phase: Phase; isHeld: boolean; release(): void } {
  const [phase, setPhase] = useState(wanted)
  const isBehind = ORDER.indexOf(phase) < ORDER.indexOf(wanted)
  if (isBehind && !isReaderInside) setPhase(wanted)
  return { phase, isHeld: isBehind, release: () => isBehind && setPhase(wanted) }
}
