import type { Page } from '@playwright/test'
import { findings } from '../pages/axe.ts'
import { composer } from '../pages/composer.ts'
import { runOn } from '../pages/run.ts'
import { layoutShifts } from '../pages/watched-browser.ts'
import { expect, SCREENS, test } from './journey.ts'

const turns = (page: Page) => page.locator('article[aria-labelledby]')
const topOfNewest = async (page: Page) => (await runOn(page).question.boundingBox())?.y ?? Number.NaN

/** Asks, and a second question before the first is answered. */
async function askTwice(page: Page, first: string, second: string) {
  await page.goto('/')
  await composer(page).isAlive()
  await composer(page).ask(first)
  await expect(runOn(page).stop).toBeVisible()
  await askNext(page, second)
}

async function askNext(page: Page, question: string) {
  const { field, choose, send, next } = composer(page)
  const before = await next.count()
  await choose('Single model')
  await field.fill(question)
  await send.click()
  await expect(next).toHaveCount(before + 1)
}

for (const [name, device] of SCREENS) {
  test.describe(name, () => {
    test.use(device)

    test('a question asked meanwhile waits, goes out by itself, and the page keeps still', async ({ page }) => {
      await askTwice(page, 'How do councils decide? [[chair: slow]]', 'And who writes?')
      const { next, field } = composer(page)
      await expect(next).toContainText('And who writes?')
      await expect(field).toHaveValue('')
      await expect(turns(page)).toHaveCount(2, { timeout: 30_000 })
      await expect(runOn(page).question).toHaveText('And who writes?')
      await expect(next).toHaveCount(0)
      expect(await page.evaluate(() => window.scrollY)).toBe(0)
      expect(await layoutShifts(page)).toEqual([])

      await page.getByRole('button', { name: 'Your next question is being answered' }).click()
      expect(await topOfNewest(page)).toBeLessThan(120)
      await expect(page.getByRole('button', { name: 'Your next question is being answered' })).toHaveCount(0)
      await runOn(page).finalText()
      expect(await topOfNewest(page)).toBeLessThan(120)
    })
  })
}

test('what waits is there after a reload and in a second tab, and is asked once', async ({ page, context }) => {
  await askTwice(page, 'How do councils decide? [[all: slow]] [[chair: slow]]', 'And who writes?')
  await page.reload()
  await expect(composer(page).next).toContainText('And who writes?')
  const tab = await context.newPage()
  await tab.goto(page.url())
  await expect(composer(tab).next).toContainText('And who writes?')
  await askNext(tab, 'And who counts?')
  await expect(composer(page).next).toHaveCount(2)

  for (const one of [page, tab]) {
    await expect(turns(one)).toHaveCount(3, { timeout: 40_000 })
    await expect(composer(one).next).toHaveCount(0)
    await expect(turns(one).getByRole('heading', { level: 2 })).toHaveText([
      /^How do councils/,
      'And who writes?',
      'And who counts?',
    ])
  }
  await expect(runOn(page).receipt).toBeVisible()
  await page.reload()
  await expect(turns(page)).toHaveCount(3)
})

test('after a stopped answer it waits, says so, and goes out by hand', async ({ page }) => {
  await askTwice(page, 'Why? [[all: stall]]', 'And who writes?')
  const { next } = composer(page)
  await runOn(page).stop.click()
  await expect(next).toContainText('The answer before was stopped.')
  await expect(turns(page)).toHaveCount(1)
  await next.getByRole('button', { name: 'Send now' }).click()
  await expect(turns(page)).toHaveCount(2)
  await expect(next).toHaveCount(0)
  expect(await topOfNewest(page)).toBeLessThan(120)
})

test('Interrupt stops what runs and asks at once', async ({ page }) => {
  await askTwice(page, 'Why? [[all: stall]]', 'Forget that. Who writes?')
  await composer(page).next.getByRole('button', { name: 'Interrupt' }).click()
  await expect(turns(page)).toHaveCount(2)
  await expect(runOn(page).question).toHaveText('Forget that. Who writes?')
  expect(await topOfNewest(page)).toBeLessThan(120)
  await runOn(page).finalText()
  // what is above the reader changes when it is looked at
  await page.evaluate(() => window.scrollTo(0, 0))
  await expect(turns(page).first()).toContainText('You stopped this run.')
})

test('what waits is edited with the arrow up, taken back with a button', async ({ page }) => {
  await askTwice(page, 'Why? [[all: stall]]', 'One')
  await askNext(page, 'Two')
  expect(await findings(page)).toEqual([])
  const { field, next } = composer(page)
  await field.focus()
  await page.keyboard.press('ArrowUp')
  await expect(field).toHaveValue('Two')
  await page.keyboard.type(', better')
  await page.keyboard.press('Enter')
  await expect(next.nth(1)).toContainText('Two, better')
  await next.first().getByRole('button', { name: 'Do not ask the next question' }).click()
  await expect(next).toHaveCount(1)
  await next.getByRole('button', { name: 'Edit the next question' }).click()
  await expect(field).toHaveValue('Two, better')
  await expect(field).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(field).not.toBeFocused()
  await runOn(page).stop.click()
  await expect(runOn(page).notice).toBeVisible()
  await expect(turns(page)).toHaveCount(1)
})
