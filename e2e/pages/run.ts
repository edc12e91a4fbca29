import { expect, type Page } from '@playwright/test'

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

/** Resolves when the text of `locator` has grown twice, so that it was seen while it was written. */
export async function expectToGrow(locator: { innerText(): Promise<string> }): Promise<void> {
  const length = async () => (await locator.innerText()).length
  for (let times = 0; times < 2; times++) {
    const before = await length()
    await expect.poll(length, { intervals: [30] }).toBeGreaterThan(before)
  }
}
