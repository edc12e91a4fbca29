/** What somebody was looking at, and where on the screen it stood. */
let kept: { element: Element; top: number } | null = null

/** Before a thread opens or closes: `element` is to stay where it is on the screen, however wide its text becomes. */
export function keepPlace(element: Element): void {
  kept = { element, top: element.getBoundingClientRect().top }
}

/** The same for whatever is in the middle of the conversation. */
export function keepMiddle(conversation: Element): void {
  const { left, right } = conversation.getBoundingClientRect()
  const element = document.elementFromPoint((left + right) / 2, window.innerHeight / 2)
  kept = element && conversation.contains(element) ? { element, top: element.getBoundingClientRect().top } : null
}

/** Scrolls the page so that what was kept stands where it stood. */
export function backToPlace(): void {
  if (kept?.element.isConnected) {
    const top = kept.element.getBoundingClientRect().top - kept.top
    if (top !== 0) window.scrollBy({ top, behavior: 'instant' })
  }
  kept = null
}
