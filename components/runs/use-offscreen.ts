'use client'

import { type RefObject, useEffect, useState } from 'react'

/** On which side of the screen `ref` has left it; null while any of it is visible. */
export function useOffscreen(ref: RefObject<HTMLElement | null>): 'above' | 'below' | null {
  const [side, setSide] = useState<'above' | 'below' | null>(null)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const observer = new IntersectionObserver((entries) => {
      const entry = entries.at(-1)
      if (!entry) return
      setSide(entry.isIntersecting ? null : entry.boundingClientRect.top < 0 ? 'above' : 'below')
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref])
  return side
}
