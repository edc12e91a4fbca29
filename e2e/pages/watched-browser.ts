import type { BrowserContext, Page } from '@playwright/test'

declare global {
  interface Window {
    layoutShifts: () => string[]
  }
}

/**
 * Listens to everything that must not happen in any page of `context`: errors in the console, uncaught errors, refusals
 * of the content security policy, requests to anyone but our own server. Answers what it has heard so far.
 */
export async function watch(context: BrowserContext, ownUrls: () => string[]): Promise<() => string[]> {
  const heard: string[] = []
  context.on('console', (message) => {
    if (message.type() === 'error') heard.push(`console, ${message.page()?.url()}: ${message.text()}`)
  })
  context.on('weberror', (error) => heard.push(`uncaught, ${error.page()?.url()}: ${error.error().stack}`))
  context.on('request', (request) => {
    const isOwn = ownUrls().some((url) => request.url().startsWith(`${url}/`))
    if (request.url().startsWith('http') && !isOwn) heard.push(`foreign request: ${request.url()}`)
  })
  await context.addInitScript(observe)
  return () => heard
}

/** Runs in the page before its own scripts. */
function observe() {
  document.addEventListener('securitypolicyviolation', (event) => {
    console.error(`content security policy: ${event.effectiveDirective} refused ${event.blockedURI} ${event.sample}`)
  })
  const shifts: string[] = []
  const note = (entries: PerformanceEntryList) => {
    for (const entry of entries) {
      const { value, hadRecentInput, sources } = entry as PerformanceEntry & {
        value: number
        hadRecentInput: boolean
        sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[]
      }
      if (hadRecentInput) continue
      const moved = sources.map(({ node, previousRect: from, currentRect: to }) => {
        const element = node instanceof Element ? node : node?.parentElement
        const text = element?.cloneNode(false) as Element | undefined
        return `${text?.outerHTML.slice(0, 160)} from ${from.x},${from.y} ${from.width}×${from.height} to ${to.x},${to.y} ${to.width}×${to.height}`
      })
      shifts.push(`${value.toFixed(5)} at ${Math.round(entry.startTime)} ms: ${moved.join(' | ')}`)
    }
  }
  const observer = new PerformanceObserver((list) => note(list.getEntries()))
  observer.observe({ type: 'layout-shift', buffered: true })
  window.layoutShifts = () => {
    note(observer.takeRecords())
    return shifts
  }
}

/** Everything that has moved in the page without the visitor's doing since it was loaded. */
export function layoutShifts(page: Page): Promise<string[]> {
  return page.evaluate(() => window.layoutShifts())
}
