import { type RefObject, useLayoutEffect } from 'react'

/** Lets a text field be as high as its text in browsers without `field-sizing`; CSS sets the limits. */
export function useAutoGrow(field: RefObject<HTMLTextAreaElement | null>, text: string) {
  useLayoutEffect(() => {
    const element = field.current
    if (!element || globalThis.CSS?.supports?.('field-sizing', 'content')) return
    element.style.height = 'auto'
    if (text !== '') element.style.height = `${element.scrollHeight}px`
  }, [field, text])
}
