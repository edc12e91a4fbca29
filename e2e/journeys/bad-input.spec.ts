import { composer } from '../pages/composer.ts'
import { runOn } from '../pages/run.ts'
import { expect, test } from './journey.ts'

const LONG = 'long '.repeat(4_000).padEnd(20_001, '!')

test('an empty question gets a sentence at the field', async ({ page }) => {
  await page.goto('/')
  const { field, send, problem, isAlive } = composer(page)
  await isAlive()
  await send.click()
  await expect(problem).toHaveText('Write a question.')
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expect(field).toHaveAccessibleDescription(/Write a question\./)
  await expect(field).toBeFocused()
})

test('20,001 characters get a sentence at the field and stay in the box', async ({ page }) => {
  await page.goto('/')
  const { field, send, problem, form, isAlive } = composer(page)
  await isAlive()
  await field.fill(LONG)
  await expect(form.getByText('20,001 / 20,000')).toBeVisible()
  await send.click()
  await expect(problem).toHaveText('A question has at most 20,000 characters. This one has 20,001.')
  await expect(field).toHaveValue(LONG)
  await page.reload()
  await expect(field).toHaveValue(LONG)
})

test('a question of the greatest length is taken, and what looks like markup stays text', async ({ page }) => {
  await page.goto('/')
  const head = '<img src=x onerror=alert(1)> **bold** [a](javascript:alert(1)) \u0000 '
  await composer(page).ask(head.padEnd(20_000, 'x'), { council: 'Single model' })
  const run = runOn(page)
  await expect(run.question).toContainText('<img src=x onerror=alert(1)> **bold** [a](javascript:alert(1))')
  await run.finalText()
})

test('a third question while two are running is refused with a sentence, and stays in the box', async ({ page }) => {
  for (let i = 0; i < 2; i++) {
    await page.goto('/')
    await composer(page).ask('Why? [[all: stall]]')
  }
  await page.goto('/')
  const { field, send, problem } = composer(page)
  await field.fill('And a third?')
  await send.click()
  await expect(problem).toContainText(/\w+.*\.$/)
  await expect(field).toHaveValue('And a third?')
  await expect(page).toHaveURL(/\/$/)
})

test.describe('an address that leads nowhere', () => {
  test.use({ provoked: /status of 404/ })

  for (const path of ['/nowhere', '/c/cnv_00000000000000000000000000', '/c/%00', '/c/..%2f..%2fetc', '/d/']) {
    test(`${path} says so`, async ({ page }) => {
      const response = await page.goto(path)
      expect(response?.status()).toBe(404)
      await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible()
      await page.getByRole('link', { name: 'Ask a question' }).click()
      await expect(composer(page).field).toBeVisible()
    })
  }

  test('a link to continue that never was says that it does not work', async ({ page }) => {
    await page.goto('/d/nonsense')
    await expect(page.getByRole('heading', { name: 'This link was used or has expired' })).toBeVisible()
  })
})
