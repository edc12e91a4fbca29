'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { createProviderStream, type ProvidersResource, type ProvidersView } from './provider-stream.ts'

/** The providers as they are now, from what the server rendered; `initial` is read once. */
export function useProviders(initial: ProvidersResource): ProvidersView {
  const [stream] = useState(() => createProviderStream(initial))
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
