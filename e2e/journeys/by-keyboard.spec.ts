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

test('a whole run can be asked for, stopped or read with the keyboard alone', async ({ page }) => {
  await page.goto('/')
  const { field, isAlive } = composer(page)
  await isAlive()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await tabTo(page, field)
  await page.keyboard.type('Does coffee cost me sleep? [[skeptic: slow]]')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.type('I drink it at noon.')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/c\//)

  const run = runOn(page)
  await expect(run.question).toContainText('I drink it at noon.')
  await tabTo(page, run.stop)
  await expect(run.stop).toBeFocused()

  await run.finalText()
  const firstRow = run.matrix.getByRole('button').first()
  await tabTo(page, firstRow)
  await page.keyboard.press('Enter')
  await expect(firstRow).toHaveAttribute('aria-expanded', 'true')
  await expect(run.matrix.getByText(/accuracy \d/).first()).toBeVisible()

  await run.article.evaluate((element) => element.ownerDocument.getElementById('main')?.focus())
  await tabTo(page, run.receiptButton)
  await page.keyboard.press('Enter')
  await expect(run.calls.getByRole('row')).toHaveCount(10)
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
