'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import type { RunState } from '../core/council/state.ts'
import { createRunStream, type RunSnapshot } from './run-stream.ts'

/** The run as it is now, from the state the server rendered; `initial` is read once per run id (give the caller a key). */
export function useRun(initial: RunState): RunSnapshot {
  const [stream] = useState(() => createRunStream(initial))
  useEffect(() => {
    const wake = () => stream.wake()
    window.addEventListener('online', wake)
    document.addEventListener('visibilitychange', wake)
    return () => {
      window.removeEventListener('online', wake)
      document.removeEventListener('visibilitychange', wake)
    }
  }, [stream])
  return useSyncExternalStore(stream.subscribe, stream.getSnapshot, stream.getSnapshot)
}
