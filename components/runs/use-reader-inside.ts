'use client'

import { type RefObject, useEffect, useState } from 'react'

/** A hand on the mouse is a hint, a scroll or a key a sign, a focus or a selection a fact. */
const MOVED_MS = 4_000
const ACTED_MS = 12_000

/** Whether somebody is reading inside of `ref` right now, so that nothing there may be folded away. */
export function useReaderInside(ref: RefObject<HTMLElement | null>, isWatched: boolean): boolean {
  const [isInside, setInside] = useState(false)
  useEffect(() => {
    const element = ref.current
    if (!element || !isWatched) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const check = (delayMs: number) => {
      clearTimeout(timer)
      timer = setTimeout(() => (isHeldBy(element) ? check(MOVED_MS) : setInside(false)), delayMs)
    }
    const sign = (delayMs: number) => () => {
      setInside(true)
      check(delayMs)
    }
    const moved = sign(MOVED_MS)
    const acted = sign(ACTED_MS)
    const left = () => check(0)
    const options = { passive: true, capture: true }
    element.addEventListener('pointermove', moved, options)
    element.addEventListener('pointerleave', left)
    for (const type of ACTS) element.addEventListener(type, acted, options)
    return () => {
      clearTimeout(timer)
      element.removeEventListener('pointermove', moved, options)
      element.removeEventListener('pointerleave', left)
      for (const type of ACTS) element.removeEventListener(type, acted, options)
    }
  }, [ref, isWatched])
  return isInside
}

/** No plain `scroll`: panes follow their text by scrolling themselves. */
const ACTS = ['wheel', 'touchmove', 'pointerdown', 'keydown', 'focusin'] as const

function isHeldBy(element: HTMLElement): boolean {
  if (element.querySelector(':focus-visible')) return true
  const selection = document.getSelection()
  return selection !== null && !selection.isCollapsed && element.contains(selection.anchorNode)
}
