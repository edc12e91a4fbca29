import type { Locator, Page } from '@playwright/test'
import { composer } from '../pages/composer.ts'
import { runOn } from '../pages/run.ts'
import { expect, test } from './journey.ts'

/** Presses Tab until `target` has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${target}`)
}

/** Asks from the landing page with nothing but keys. */
async function ask(page: Page, question: string): Promise<void> {
  await page.goto('/')
  const { field, isAlive } = composer(page)
  await isAlive()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await tabTo(page, field)
  const [first = '', ...lines] = question.split('\n')
  await page.keyboard.type(first)
  for (const line of lines) {
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.type(line)
  }
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/c\//)
  await expect(runOn(page).question).toHaveText(question)
}

test('a run is asked for and read with the keyboard alone', async ({ page }) => {
  await ask(page, 'Does coffee cost me sleep?\nI drink it at noon.')
  const run = runOn(page)
  await run.finalText()
  await tabTo(page, run.receiptButton)
  await page.keyboard.press('Enter')
  await expect(run.calls.getByRole('row')).toHaveCount(1 + 4 + 4 + 1)

  const firstRow = run.matrix.getByRole('button').first()
  await tabTo(page, firstRow)
  await page.keyboard.press('Enter')
  await expect(firstRow).toHaveAttribute('aria-expanded', 'true')
  await expect(run.matrix.getByText(/accuracy \d/).first()).toBeVisible()
})

test('a run is stopped and gone on from with the keyboard alone', async ({ page }) => {
  await ask(page, 'Does coffee cost me sleep? [[skeptic: stall]]')
  const run = runOn(page)
  await expect(run.stageNow).toHaveText('Answers 3/4')
  await tabTo(page, run.stop)
  await page.keyboard.press('Enter')
  await expect(run.notice).toContainText('You stopped this run.')
  await tabTo(page, run.writeFromThis)
  await page.keyboard.press('Enter')
  await expect(run.verdict).toContainText(/^Verdict/)
  await run.finalText()
})

test('the Enter that ends an input method’s composition does not send', async ({ page }) => {
  await page.goto('/')
  const { field, isAlive } = composer(page)
  await isAlive()
  await field.focus()
  const input = await page.context().newCDPSession(page)
  await input.send('Input.imeSetComposition', { text: 'かふぇいん', selectionStart: 5, selectionEnd: 5 })
  // as a browser reports the key that an input method keeps for itself: with no text of its own
  const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 }
  await input.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter })
  await input.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter })
  await input.send('Input.insertText', { text: 'カフェイン?' })
  await expect(field).toHaveValue('カフェイン?')
  await expect(field).toBeEditable()
  await expect(page).toHaveURL(/\/$/)

  await page.keyboard.press('Enter')
  await page.waitForURL(/\/c\//)
  await expect(runOn(page).question).toHaveText('カフェイン?')
})
