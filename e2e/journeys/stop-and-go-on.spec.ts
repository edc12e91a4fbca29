import { composer } from '../pages/composer.ts'
import { runOn } from '../pages/run.ts'
import { expect, test } from './journey.ts'

test('Stop keeps what is there, and an answer can be written from it', async ({ page }) => {
  await page.goto('/')
  await composer(page).ask('Does coffee cost me sleep? [[archivist: stall]] [[skeptic: slow]] [[teacher: cut]]')
  const run = runOn(page)
  await expect(run.answerOf('Teacher')).toContainText('broke off in the middle of its text.')
  await expect(run.answerOf('Teacher')).not.toContainText('Trying again.')
  await expect(run.answerOf('Skeptic')).not.toBeEmpty()
  const written = (await run.answerOf('Skeptic').textContent()) as string
  await run.stop.click()

  await expect(run.notice).toContainText('You stopped this run. What was written is kept.')
  await expect(run.verdict).toContainText('Stopped before the verdict')
  await expect(run.answerOf('Skeptic')).toContainText(written)
  await expect(run.answerOf('Archivist')).toBeEmpty()

  await run.writeFromThis.click()
  await expect(run.article).toContainText('without a review')
  await run.finalText()
  await expect(run.verdict).toContainText(/^Verdict/)
  await expect(run.notice).toContainText('The verdict was written from answers that were cut short.')
  await run.lineOf('Teacher').click()
  await expect(run.members).toContainText('Kept from the earlier run, where it was cut short.')
})

test('a run that was stopped before anybody wrote can be asked again', async ({ page }) => {
  await page.goto('/')
  await composer(page).ask('Why? [[all: stall]]')
  const run = runOn(page)
  await run.stop.click()
  await expect(run.notice).toContainText('You stopped this run.')
  await expect(run.writeFromThis).toHaveCount(0)
  await page.getByRole('button', { name: 'Ask the rest again' }).click()
  await expect(run.stop).toBeEnabled()
  await run.stop.click()
  await expect(run.notice).toBeVisible()
})

test('a seat that fails is asked once more without anybody’s doing, and the answer stands on all', async ({ page }) => {
  await page.goto('/')
  await composer(page).ask('Does coffee cost me sleep? [[all: fail once]]')
  const run = runOn(page)
  await run.finalText()
  await expect(run.notice).toHaveCount(0)
  await run.receiptButton.click()
  await expect(run.calls.getByText('failed: upstream error')).toHaveCount(3)
  await expect(run.calls.getByText('attempt 2')).toHaveCount(3)
})

test('a seat that keeps failing is a sentence with an action, and Retry asks only that seat', async ({ page }) => {
  await page.goto('/')
  await composer(page).ask('Does coffee cost me sleep? [[skeptic: fail]]')
  const run = runOn(page)
  await run.finalText()
  await expect(run.notice).toContainText('This answer stands on less than a full council.')
  await expect(run.notice).toContainText('Skeptic answered with an error. Its answer is missing.')
  await run.lineOf('Skeptic').click()
  await expect(run.members.getByRole('button', { name: 'Retry' })).toBeVisible()

  await run.notice.getByRole('button', { name: 'Retry' }).click()
  await expect(run.stop).toBeVisible()
  await expect(run.answerOf('Archivist')).toContainText('Kept from the earlier run.')
  await run.finalText()
  await run.receiptButton.click()
  const answers = run.calls.getByRole('row').filter({ hasText: 'Answer' })
  // asked once, and twice more because an error of a server may pass
  await expect(answers).toHaveCount(3)
  await expect(answers.filter({ hasText: 'Skeptic' })).toHaveCount(3)
})

test('a council of which nobody answers says so', async ({ page }) => {
  await page.goto('/')
  await composer(page).ask('Why? [[all: fail]]')
  const run = runOn(page)
  await expect(run.notice).toContainText('No answer could be written.')
  await expect(run.notice.getByRole('button', { name: 'Retry' })).toBeVisible()
  await expect(run.verdict).toContainText('No verdict')
})
