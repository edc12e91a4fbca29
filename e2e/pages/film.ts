import type { Page } from '@playwright/test'

/** What of a run stood on the page at one moment. */
export type Picture = {
  stages: string
  stageNow: string
  /** Characters of each member's answer in its pane; empty where there are no panes. */
  answers: Record<string, number>
  /** Characters in the verdict's place, its line of figures included. */
  verdict: number
  isSealed: boolean
  hasMatrix: boolean
  hasStop: boolean
  hasDock: boolean
  hasReceipt: boolean
  scrollY: number
}

declare global {
  interface Window {
    film: Picture[]
  }
}

/** Films every page that `page` opens from now on: a picture at each change, so that a slow test misses nothing. */
export async function startFilming(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.film = []
    const text = (selector: string) => document.querySelector(selector)?.textContent ?? ''
    const has = (selector: string) => document.querySelector(selector) !== null
    const hasButton = (name: string) =>
      [...document.querySelectorAll('article button')].some((button) => button.textContent?.startsWith(name))
    const take = () => {
      const panes = [...document.querySelectorAll('[aria-label^="Answer of "]')]
      const picture = {
        stages: text('article [aria-label=Stages]'),
        stageNow: text('article [aria-label=Stages] [aria-current=step]'),
        answers: Object.fromEntries(
          panes.map((pane) => [pane.getAttribute('aria-label')?.slice(10), pane.textContent?.length ?? 0]),
        ),
        verdict: text('article [aria-label=Verdict]').length,
        isSealed: text('article [aria-label=Ballots] h3').includes('sealed until all are in'),
        hasMatrix: has('article [aria-label^="Ballots, answers"]'),
        hasStop: hasButton('Stop'),
        hasDock: hasButton('Show the answers and ballots of'),
        hasReceipt: has('article [aria-label=Receipt]'),
        scrollY: window.scrollY,
      }
      if (has('article') && JSON.stringify(picture) !== JSON.stringify(window.film.at(-1))) window.film.push(picture)
    }
    new MutationObserver(take).observe(document, {
      childList: true,
      characterData: true,
      subtree: true,
      attributes: true,
    })
  })
}

/** All pictures so far, in order. */
export function filmOf(page: Page): Promise<Picture[]> {
  return page.evaluate(() => window.film)
}
