'use client'

import { useState } from 'react'

/**
 * How the page is laid out. `gathering`: the verdict's place is kept, the evidence is open. `speaking`: the verdict has
 * the screen. `settled`: the run has ended, the evidence stands under the answer.
 */
export type Phase = 'gathering' | 'speaking' | 'settled'

/** The phase that is shown: it follows `wanted`, but never while the reader is inside the evidence. */
export function usePhase(wanted: Phase, isReaderInside: boolean): { phase: Phase; isHeld: boolean; release(): void } {
  const [phase, setPhase] = useState(wanted)
  if (phase !== wanted && !isReaderInside) setPhase(wanted)
  return { phase, isHeld: phase !== wanted, release: () => setPhase(wanted) }
}
