import { type RefObject, useEffect } from 'react'

/** Smaller differences are a toolbar of the browser, not a keyboard. */
const KEYBOARD_MIN_PX = 100

/**
 * Tells the page (`--dock-bottom`) how much of its foot the dock takes, and the dock (`--keyboard`) how much of it a
 * keyboard hides in browsers that lay it over the page.
 */
export function useDock(dock: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = dock.current
    const { style } = document.documentElement
    if (!element) return
    const measure = () => {
      const keyboard = keyboardPx()
      const isDocked = getComputedStyle(element).position === 'sticky'
      const taken = isDocked ? Math.round(element.getBoundingClientRect().height + keyboard) : 0
      style.setProperty('--keyboard', `${keyboard}px`)
      const over = isDocked ? Math.round(element.querySelector('[data-over]')?.getBoundingClientRect().height ?? 0) : 0
      style.setProperty('--dock-height', `${taken}px`)
      style.setProperty('--dock-over', `${over}px`)
      style.setProperty('--dock-bottom', `${taken + over}px`)
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    const over = element.querySelector('[data-over]')
    if (over) observer.observe(over)
    const view = window.visualViewport
    view?.addEventListener('resize', measure)
    view?.addEventListener('scroll', measure)
    return () => {
      observer.disconnect()
      view?.removeEventListener('resize', measure)
      view?.removeEventListener('scroll', measure)
      for (const name of ['--keyboard', '--dock-height', '--dock-over', '--dock-bottom']) style.removeProperty(name)
    }
  }, [dock])
}

function keyboardPx(): number {
  const view = window.visualViewport
  // zoomed in with two fingers the visible part is small, too
  if (!view || view.scale > 1.01) return 0
  const hidden = window.innerHeight - view.height - view.offsetTop
  return hidden < KEYBOARD_MIN_PX ? 0 : Math.round(hidden)
}
