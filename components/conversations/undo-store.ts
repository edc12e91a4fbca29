import { useSyncExternalStore } from 'react'

/** A conversation that was just deleted. */
export type Undoable = { id: string; title: string; wasRunning: boolean /** Its page was open. */; wasOpen: boolean }

let offered: Undoable | null = null
const listeners = new Set<() => void>()

/** Offers to undo this deletion until the next one or until it is dropped; outlives the page it was made on. */
export function offerUndo(undoable: Undoable | null): void {
  offered = undoable
  for (const listener of listeners) listener()
}

/** What can be undone now. */
export function useUndoable(): Undoable | null {
  return useSyncExternalStore(
    subscribe,
    () => offered,
    () => null,
  )
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
