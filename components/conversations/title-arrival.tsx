'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** When to look, counted from the moment the page knows that a title is being written. */
const LOOKS_MS = [700, 2_000, 4_500, 10_000, 20_000]

type Props = { isDue: boolean; looksMs?: readonly number[] }

/** Renders nothing: while a title is being written it has the page read again a few times, until the title is there. */
export function TitleArrival({ isDue, looksMs = LOOKS_MS }: Props) {
  const router = useRouter()
  useEffect(() => {
    if (!isDue) return
    const timers = looksMs.map((ms) => setTimeout(() => router.refresh(), ms))
    return () => {
      for (const timer of timers) clearTimeout(timer)
    }
  }, [isDue, looksMs, router])
  return null
}
