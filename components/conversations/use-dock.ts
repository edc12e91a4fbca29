import { type RefObject, useEffect } from 'react'

/** Smaller differences are a toolbar of the browser, not a keyboard. */
const KEYBOARD_MIN_PX = 100

/**
 * Tells the page, or the nearest `data-dock-host`, (`--dock-bottom`) how much of its foot the dock takes, and the dock (`--keyboard`) how much of it a
 * keyboard hides in browsers that lay it over the page.
 */
export function useDock(dock: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = dock.current
    if (!element) return
    const { style } = element.closest<HTMLElement>('[data-dock-host]') ?? document.documentElement
    const told = new Map<string, string>()
    // whoever inherits them is styled anew, which is the whole page, so nothing is said twice
    const tell = (name: string, px: number) => {
      if (told.get(name) === `${px}px`) return
      told.set(name, `${px}px`)
      style.setProperty(name, `${px}px`)
    }
    const measure = () => {
      const keyboard = keyboardPx()
      const isDocked = getComputedStyle(element).position === 'sticky'
      const taken = isDocked ? Math.round(element.getBoundingClientRect().height + keyboard) : 0
      const over = isDocked ? Math.round(element.querySelector('[data-over]')?.getBoundingClientRect().height ?? 0) : 0
      tell('--keyboard', keyboard)
      tell('--dock-height', taken)
      tell('--dock-over', over)
      tell('--dock-bottom', taken + over)
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
