'use client'

import { useEffect, useState } from 'react'
import type { RunState } from '@/lib/core/council/state.ts'
import { lengthMs, player, type Recording, stateAt } from './recording.ts'

const MAX_STEP_MS = 100

export type Playback = { run: RunState; atMs: number; isOver: boolean }

/** Plays `recording` from its start while `isPlaying`, as fast as `speedOf` says; a pause keeps the place. */
export function useRecording(recording: Recording, isPlaying: boolean, speedOf: (run: RunState) => number): Playback {
  const [tape] = useState(() => player(recording))
  const [view, setView] = useState<Playback>(() => ({ run: stateAt(recording, 0), atMs: 0, isOver: false }))
  useEffect(() => {
    if (!isPlaying) return
    let before: number | null = null
    let handle = requestAnimationFrame(function step(time) {
      // A tab that slept goes on where it was.
      const passed = Math.min(MAX_STEP_MS, time - (before ?? time))
      before = time
      setView(({ run, atMs }) => {
        const at = atMs + passed * speedOf(run)
        return { run: tape.stateAt(at), atMs: at, isOver: at >= lengthMs(recording) }
      })
      handle = requestAnimationFrame(step)
    })
    return () => cancelAnimationFrame(handle)
  }, [tape, recording, isPlaying, speedOf])
  return view
}
