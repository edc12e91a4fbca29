'use client'

import { useSyncExternalStore } from 'react'

/** A file that is loaded when it is first shown. */
export type LazyModule<T> = {
  /** Loads it ahead of need. */
  preload(): Promise<void>
  /**
   * The file, or null while it is not there: on the server, and until it is loaded. A failed load is tried again. Where it
   * is not wanted it is not loaded.
   */
  useModule(isWanted?: boolean): T | null
}

/**
 * Loads a file on demand without Suspense: a boundary that waits for code cannot take updates while a page hydrates, and
 * the texts of a live run change all the time.
 */
export function lazyModule<T>(load: () => Promise<T>): LazyModule<T> {
  let module: T | null = null
  let loading: Promise<void> | null = null
  const listeners = new Set<() => void>()

  function preload(): Promise<void> {
    loading ??= load().then(
      (loaded) => {
        module = loaded
        for (const listener of listeners) listener()
      },
      () => {
        loading = null
      },
    )
    return loading
  }

  function subscribe(listener: () => void): () => void {
    listeners.add(listener)
    void preload()
    return () => listeners.delete(listener)
  }

  return {
    preload,
    useModule: (isWanted = true) =>
      useSyncExternalStore(
        isWanted ? subscribe : idle,
        () => module,
        () => null,
      ),
  }
}

const idle = () => () => {}
