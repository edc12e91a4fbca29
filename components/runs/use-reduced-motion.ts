'use client'

import { useSyncExternalStore } from 'react'
import { useSettings } from '../settings/settings-context.tsx'

const QUERY = '(prefers-reduced-motion: reduce)'

/** Whether the reader asked for no motion, of the system or in the settings; false on the server for the first. */
export function useReducedMotion(): boolean {
  const { motion } = useSettings()
  const isAskedOfSystem = useSyncExternalStore(
    subscribe,
    () => window.matchMedia(QUERY).matches,
    () => false,
  )
  return motion === 'reduce' || isAskedOfSystem
}

function subscribe(listener: () => void): () => void {
  const media = window.matchMedia(QUERY)
  media.addEventListener('change', listener)
  return () => media.removeEventListener('change', listener)
}
