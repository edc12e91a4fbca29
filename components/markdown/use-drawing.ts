'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'

export type Drawing =
  | { status: 'waiting' | 'failed' }
  | { status: 'drawn'; url: string; title: string | null; width: number; height: number }

/** Draws `source` once it is wanted, and again where the colours of the page change. The drawing is an image of its own. */
export function useDrawing(source: string, isWanted: boolean): Drawing {
  const [drawing, setDrawing] = useState<Drawing>({ status: 'waiting' })
  const ink = useInk()
  useEffect(() => {
    if (!isWanted || ink === '') return
    let isOver = false
    let url: string | null = null
    import('./draw-diagram.ts')
      .then(({ drawDiagram }) => drawDiagram(source))
      .then(
        ({ svg, ...rest }) => {
          if (isOver) return
          url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
          setDrawing({ status: 'drawn', url, ...rest })
        },
        () => isOver || setDrawing({ status: 'failed' }),
      )
    return () => {
      isOver = true
      if (url) URL.revokeObjectURL(url)
    }
  }, [source, isWanted, ink])
  return drawing
}

/** The colour of text on this page, which changes with the theme; empty on the server. */
function useInk(): string {
  return useSyncExternalStore(
    watchTheme,
    () => getComputedStyle(document.documentElement).color,
    () => '',
  )
}

function watchTheme(onChange: () => void): () => void {
  const root = new MutationObserver(onChange)
  root.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  const system = window.matchMedia('(prefers-color-scheme: dark)')
  system.addEventListener('change', onChange)
  return () => {
    root.disconnect()
    system.removeEventListener('change', onChange)
  }
}
