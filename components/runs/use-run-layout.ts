'use client'

import { type RefObject, useRef, useState } from 'react'
import { finalAnswer, hasEnded } from '@/lib/core/council/select.ts'
import type { RunState } from '@/lib/core/council/state.ts'
import { useOffscreen } from './use-offscreen.ts'
import { type Phase, usePhase } from './use-phase.ts'
import { useReaderInside } from './use-reader-inside.ts'

export type RunLayout = {
  phase: Phase
  /** The verdict is there, but the reader is busy below, so the page keeps still. */
  isHeld: boolean
  slotRef: RefObject<HTMLElement | null>
  evidenceRef: RefObject<HTMLDivElement | null>
  isEvidenceShown: boolean
  showEvidence(): void
  /** Where the verdict is when it is off screen and worth going to. */
  pill: 'above' | 'below' | null
  goToVerdict(): void
}

/** What stands where while a run goes on. Nothing moves under a reader, and the page never scrolls by itself. */
export function useRunLayout(run: RunState): RunLayout {
  const slotRef = useRef<HTMLElement>(null)
  const evidenceRef = useRef<HTMLDivElement>(null)
  const [wasLive] = useState(() => !hasEnded(run))
  const [isPeeking, setPeeking] = useState(false)
  const side = useOffscreen(slotRef)
  const isReading = useReaderInside(evidenceRef, wasLive)
  const { phase, isHeld, release } = usePhase(wantedPhase(run), isReading || side === 'above')
  const hasText = finalAnswer(run) !== null
  return {
    phase,
    isHeld,
    slotRef,
    evidenceRef,
    isEvidenceShown: phase !== 'speaking' || isPeeking,
    showEvidence() {
      setPeeking(true)
      requestAnimationFrame(() => evidenceRef.current?.firstElementChild?.scrollIntoView({ block: 'center' }))
    },
    pill: wasLive && hasText ? side : null,
    goToVerdict() {
      release()
      slotRef.current?.scrollIntoView({ block: 'start' })
      slotRef.current?.focus({ preventScroll: true })
    },
  }
}

function wantedPhase(run: RunState): Phase {
  if (hasEnded(run)) return 'settled'
  return finalAnswer(run) === null ? 'gathering' : 'speaking'
}
