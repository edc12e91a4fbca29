'use client'

import { useLayoutEffect } from 'react'

/**
 * A conversation opens at its newest question, unless its address names another place or its reader is somewhere in it
 * already: the browser keeps the place over a reload and on the way back.
 */
export function OpensAtNewest({ turnId }: { turnId: string }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: where it opens; what comes later moves nothing
  useLayoutEffect(() => {
    if (window.location.hash !== '' || window.location.search !== '') return
    // the router goes to the top of what it has just shown, after this effect and before the screen is drawn
    queueMicrotask(() => {
      if (window.scrollY === 0) document.getElementById(turnId)?.scrollIntoView({ block: 'start', behavior: 'instant' })
    })
  }, [])
  return null
}
