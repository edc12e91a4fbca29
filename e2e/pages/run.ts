import { expect, type Page } from '@playwright/test'

/** The newest run on the page of a conversation. */
export function runOn(page: Page) {
  const article = page.locator('article[aria-labelledby]').last()
  const stages = article.getByRole('list', { name: 'Stages' })
  const verdict = article.getByRole('group', { name: /^(Verdict|Answer)$/ })
  const receipt = article.getByRole('group', { name: 'Receipt' })
  const members = article.getByRole('group', { name: 'Members' })
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
    answerOf: (name: string) => article.getByRole('group', { name: `Answer of ${name}` }),
    lineOf: (name: string) => members.locator('summary').filter({ has: page.getByText(name, { exact: true }) }),
    ballots: article.getByRole('group', { name: 'Ballots', exact: true }),
    matrix: article.getByRole('group', { name: 'Ballots, answers by reviewers' }),
    receiptButton: receipt.getByRole('button', { name: 'Receipt, every call' }),
    calls: page.getByRole('group', { name: 'Calls of this run' }),
    notice: article.getByRole('group', { name: /Not of full quality|The run has failed/ }),
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
