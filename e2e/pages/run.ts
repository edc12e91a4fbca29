import { expect, type Locator, type Page } from '@playwright/test'

/** Characters: more than any label or place-holder has. */
const WORTH_THE_NAME = 160

/** The newest run on the page of a conversation. */
export function runOn(page: Page) {
  const article = page
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { level: 2 }) })
    .last()
  const verdict = article.getByRole('region', { name: /^(Verdict|Answer)$/ })
  const receipt = article.getByRole('region', { name: 'Receipt' })
  return {
    article,
    verdict,
    receipt,
    question: article.getByRole('heading', { level: 2 }).first(),
    stages: article.getByRole('list', { name: 'Stages' }),
    stageNow: article.getByRole('list', { name: 'Stages' }).locator('[aria-current=step]'),
    stop: article.getByRole('button', { name: 'Stop' }),
    members: article.getByRole('region', { name: 'Members' }),
    answerOf: (name: string) => article.getByRole('region', { name: `Answer of ${name}` }),
    lineOf: (name: string) => article.getByRole('region', { name: 'Members' }).getByRole('button', { name }),
    dock: article.getByRole('button', { name: 'Show the members' }),
    ballots: article.getByRole('region', { name: 'Ballots', exact: true }),
    matrix: article.getByRole('region', { name: 'Ballots, answers by reviewers' }),
    receiptButton: receipt.getByRole('button', { name: 'Receipt, every call' }),
    calls: page.getByRole('region', { name: 'Calls of this run' }),
    notice: article.getByRole('region', { name: /Not of full quality|The run has failed/ }),
    writeFromThis: article.getByRole('button', { name: 'Write the answer from what we have' }),

    /** Waits for the end and answers the final text with its meta line, as it is read. */
    async finalText(): Promise<string> {
      await expect(receipt).toBeVisible({ timeout: 30_000 })
      return verdict.innerText()
    },
  }
}

/** Resolves when `locator` has been seen with three lengths of a text worth the name: it is shown while it is written. */
export function seenGrowing(locator: Locator): Promise<void> {
  return locator.evaluate((element, enough) => {
    const lengths = new Set<number>()
    return new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        const { length } = element.textContent ?? ''
        if (length > enough) lengths.add(length)
        if (lengths.size < 3) return
        observer.disconnect()
        resolve()
      })
      observer.observe(element, { childList: true, characterData: true, subtree: true })
    })
  }, WORTH_THE_NAME)
}
