import type { Page } from '@playwright/test'
import { composer } from '../pages/composer.ts'
import { runOn } from '../pages/run.ts'
import { expect, test } from './journey.ts'

/** Two turns, the second under the first, and the keyboard on nothing in particular. */
async function askTwice(page: Page): Promise<void> {
  await page.goto('/')
  await composer(page).ask('Does coffee cost me sleep?', { council: 'Quick' })
  await runOn(page).finalText()
  await composer(page).field.fill('And tea?')
  await composer(page).field.press('Enter')
  await expect(runOn(page).question).toHaveText('And tea?')
  await runOn(page).finalText()
  await page.getByRole('main').focus()
}

test('J and K go from question to question, digits open the members, and none of them while writing', async ({
  page,
}) => {
  await askTwice(page)
  const question = (name: string) => page.getByRole('heading', { level: 2, name })
  await page.keyboard.press('k')
  await page.keyboard.press('k')
  await expect(question('Does coffee cost me sleep?')).toBeFocused()
  await expect(question('Does coffee cost me sleep?')).toBeInViewport()
  await page.keyboard.press('j')
  await expect(question('And tea?')).toBeFocused()
  await expect(question('And tea?')).toBeInViewport()

  const line = runOn(page).members.locator('summary').nth(1)
  await page.keyboard.press('2')
  await expect(line).toBeFocused()
  await expect(line).toBeInViewport()
  await expect(runOn(page).members.locator('details').nth(1)).toHaveAttribute('open', '')
  await page.keyboard.press('2')
  await expect(runOn(page).members.locator('details').nth(1)).not.toHaveAttribute('open')
  await page.keyboard.press('9')
  await expect(line).toBeFocused()

  await composer(page).field.focus()
  await page.keyboard.type('jk2?')
  await expect(composer(page).field).toHaveValue('jk2?')
  await expect(composer(page).field).toBeFocused()
  await composer(page).field.fill('')

  await page.getByRole('main').focus()
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Keys' })
  await expect(keys).toContainText('Next question of the conversation')
  await page.keyboard.press('j')
  await expect(keys).toBeVisible()
  await expect(page.locator('h2', { hasText: 'And tea?' })).not.toBeFocused()
})

test('a digit leads to a member who is still writing', async ({ page }) => {
  await page.goto('/')
  await composer(page).ask('Does coffee cost me sleep? [[skeptic: stall]]', { council: 'Standard' })
  await expect(runOn(page).stageNow).toHaveText('Answers 3/4')
  await page.getByRole('main').focus()
  await page.keyboard.press('3')
  const third = runOn(page)
    .article.getByRole('group', { name: /^Answer of / })
    .nth(2)
  await expect(third).toBeFocused()
  await expect(third).toBeInViewport()
})
