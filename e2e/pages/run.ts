import { expect, type Page } from '@playwright/test'

/** The newest run on the page of a conversation. */
export function runOn(page: Page) {
  const article = page.locator('article[aria-labelledby]').last()
  const stages = article.getByRole('list', { name: 'Stages' })
  const verdict = article.getByRole('region', { name: /^(Verdict|Answer)$/ })
  const receipt = article.getByRole('region', { name: 'Receipt' })
  const members = article.getByRole('region', { name: 'Members' })
  const pill = article.getByRole('button', { name: 'Answer is ready' })
  return {
    article,
    verdict,
    receipt,
    members,
    stages,
    stageNow: stages.locator('[aria-current=step]'),
    question: article.getByRole('heading', { level: 2 }).first(),
    stop: article.getByRole('button', { name: 'Stop' }),
    answerOf: (name: string) => article.getByRole('region', { name: `Answer of ${name}` }),
    lineOf: (name: string) => members.locator('summary').filter({ has: page.getByText(name, { exact: true }) }),
    ballots: article.getByRole('region', { name: 'Ballots', exact: true }),
    matrix: article.getByRole('region', { name: 'Ballots, answers by reviewers' }),
    receiptButton: receipt.getByRole('button', { name: 'Receipt, every call' }),
    calls: page.getByRole('region', { name: 'Calls of this run' }),
    notice: article.getByRole('region', { name: /Not of full quality|The run has failed/ }),
    writeFromThis: article.getByRole('button', { name: 'Write the answer from what we have' }),

    /** Waits for the end, goes to the verdict where the page kept still below it, and answers its text with the line above. */
    async finalText(): Promise<string> {
      await expect(receipt.or(pill).first()).toBeVisible({ timeout: 30_000 })
      if (await pill.isVisible()) await pill.click()
      await expect(receipt).toBeVisible()
      return verdict.innerText()
    },
  }
}
