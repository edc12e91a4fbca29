import { composer } from '../pages/composer.ts'
import { runOn } from '../pages/run.ts'
import { expect, PHONE, test } from './journey.ts'

const ground = (element: Element) => getComputedStyle(element).backgroundColor

test('the dark theme stays over a reload and is there with the first paint', async ({ page }) => {
  await page.goto('/')
  await composer(page).isAlive()
  const html = page.locator('html')
  const light = await html.evaluate(ground)
  await page.getByRole('radio', { name: 'Dark' }).check()
  await expect(html).toHaveAttribute('data-theme', 'dark')
  const dark = await html.evaluate(ground)
  expect(dark).not.toBe(light)

  const response = await page.reload()
  expect(await response?.text()).toMatch(/<html[^>]*data-theme="dark"/)
  expect(await html.evaluate(ground)).toBe(dark)
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked()

  await composer(page).ask('How do councils decide?')
  await runOn(page).finalText()
  expect(await html.evaluate(ground)).toBe(dark)
})

test('the page follows the system until somebody chooses', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/')
  const light = await page.locator('html').evaluate(ground)
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await page.locator('html').evaluate(ground)).not.toBe(light)
})

test('the sidebar folds, stays folded, and lists the conversations', async ({ page }) => {
  await page.goto('/')
  await composer(page).ask('How do councils decide?', { council: 'Single model' })
  const list = page.getByRole('navigation', { name: 'Conversations' })
  await expect(list.getByRole('link', { name: 'How do councils decide?' })).toHaveAttribute('aria-current', 'page')
  await page.getByRole('button', { name: 'Sidebar' }).click()
  await expect(list).toHaveCount(0)
  await page.reload()
  await expect(list).toHaveCount(0)
  await page.keyboard.press('Control+Backslash')
  await expect(list).toBeVisible()
})

test.describe('on a phone', () => {
  test.use(PHONE)

  test('the answer comes first, members are chosen from a bar, the receipt is a sheet from below', async ({ page }) => {
    await page.goto('/')
    await composer(page).field.fill('Does coffee cost me sleep? [[skeptic: slow]]')
    await page.keyboard.press('Enter')
    await expect(composer(page).field).toHaveValue(/\n$/)
    await composer(page).ask('Does coffee cost me sleep? [[skeptic: slow]]')
    const run = runOn(page)
    const bar = page.getByRole('group', { name: 'Member to read' })
    await expect(bar.getByRole('radio')).toHaveCount(3)
    await expect(bar.getByRole('radio', { name: 'Archivist, Done' })).toBeAttached()
    await expect(run.answerOf('Archivist')).toBeVisible()
    await bar.getByRole('radio', { name: /^Skeptic/ }).tap()
    await expect(run.answerOf('Skeptic')).toBeVisible()
    await expect(run.answerOf('Archivist')).toBeHidden()

    await run.finalText()
    await expect(run.verdict).toBeInViewport()
    await run.receiptButton.tap()
    const sheet = page.getByRole('dialog', { name: 'Receipt' })
    await expect(sheet.getByRole('group', { name: 'Calls of this run' })).toBeVisible()
    await expect.poll(async () => bottomOf(await sheet.boundingBox())).toBe(844)
    await sheet.getByRole('button', { name: 'Close' }).tap()
    await expect(sheet).toHaveCount(0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  })

  test('the box to ask on is under the answer, and conversations are in a drawer', async ({ page }) => {
    await page.goto('/')
    await composer(page).ask('How do councils decide?', { council: 'Single model' })
    await runOn(page).finalText()
    await composer(page).field.tap()
    await expect(composer(page).field).toBeFocused()
    await expect(composer(page).send).toBeInViewport()
    await page.getByRole('button', { name: 'Conversations' }).tap()
    const drawer = page.getByRole('dialog', { name: 'LLM Council' })
    await expect(drawer.getByRole('link', { name: 'How do councils decide?' })).toBeVisible()
    await drawer.getByRole('link', { name: 'New question' }).tap()
    await expect(page).toHaveURL(/\/$/)
    await expect(drawer).toHaveCount(0)
  })
})

function bottomOf(box: { y: number; height: number } | null): number {
  return Math.round(box ? box.y + box.height : 0)
}
