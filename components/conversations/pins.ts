import { useSyncExternalStore } from 'react'

let pinned: string | null = null
const listeners = new Set<() => void>()

/** A run that was asked for by hand here: its question goes to the top of the screen as soon as it stands on the page. */
export function pinRun(runId: string | null): void {
  pinned = runId
  for (const listener of listeners) listener()
}

/** Whether this run still has to be brought to the top. */
export function useIsPinned(runId: string): boolean {
  return useSyncExternalStore(
    subscribe,
    () => pinned === runId,
    () => false,
  )
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
