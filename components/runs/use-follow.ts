'use client'

import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

const NEAR_END_PX = 32

/** Keeps the end of a scrolling pane in view as `length` grows, but only while the reader is already there. */
export function useFollow(ref: RefObject<HTMLElement | null>, length: number): void {
  const isFollowing = useRef(true)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const look = () => {
      isFollowing.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_END_PX
    }
    element.addEventListener('scroll', look, { passive: true })
    return () => element.removeEventListener('scroll', look)
  }, [ref])
  useLayoutEffect(() => {
    const element = ref.current
    if (element && length > 0 && isFollowing.current) element.scrollTop = element.scrollHeight
  }, [ref, length])
}
