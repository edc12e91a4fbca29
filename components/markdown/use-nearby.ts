'use client'

import { type RefObject, useEffect, useState } from 'react'

/** Whether `ref` has ever been on the screen or close to it. */
export function useNearby(ref: RefObject<Element | null>): boolean {
  const [isNearby, setNearby] = useState(false)
  useEffect(() => {
    const element = ref.current
    if (!element || isNearby) return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) setNearby(true)
      },
      { rootMargin: '600px' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref, isNearby])
  return isNearby
}
