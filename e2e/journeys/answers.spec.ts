import type { Page } from '@playwright/test'
import { findings } from '../pages/axe.ts'
import { composer } from '../pages/composer.ts'
import { runOn } from '../pages/run.ts'
import { layoutShifts } from '../pages/watched-browser.ts'
import { expect, SCREENS, test } from './journey.ts'
import { ANSWER, HOSTILE, richFile } from './rich-answer.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

/** Brings a conversation in and opens it. */
async function openRich(page: Page, answer = ANSWER) {
  await page.goto('/import')
  await page.getByLabel('Choose files').setInputFiles([richFile({ answer })])
  await page.getByRole('list', { name: 'Files' }).getByRole('link', { name: 'Parabola' }).click()
  await expect(runOn(page).receipt).toBeVisible()
}

const drawings = (page: Page) => page.getByRole('group', { name: 'Diagram' }).getByRole('img')
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

for (const [name, device] of SCREENS) {
  test.describe(name, () => {
    test.use({ ...device, permissions: ['clipboard-read', 'clipboard-write'] })

    test('an answer shows formulas, code, tables and diagrams, and nothing moves while they come', async ({ page }) => {
      await openRich(page)
      await page.reload()
      const { verdict } = runOn(page)
      await expect(verdict.locator('math')).toHaveCount(3)
      await expect(verdict).toContainText('whether it costs $5 or $10')
      await expect(verdict.locator('.hl-keyword').first()).toHaveText('def')
      await expect(verdict.getByRole('group', { name: /^Table, Method/ })).toBeVisible()
      await drawings(page).first().scrollIntoViewIfNeeded()
      await expect(drawings(page)).toHaveCount(1)
      const isDrawn = (image: HTMLElement | SVGElement) => (image as HTMLImageElement).naturalWidth > 50
      await expect.poll(() => drawings(page).first().evaluate(isDrawn)).toBe(true)
      await expect(verdict.getByText('Could not be drawn')).toBeVisible()
      await expect(verdict.getByText('this is no diagram')).toBeVisible()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(device.viewport.width)
      expect(await page.locator('iframe').count()).toBe(0)
      for (const theme of ['light', 'dark']) {
        await page.evaluate((value) => {
          document.documentElement.dataset.theme = value
        }, theme)
        await expect(drawings(page)).toBeVisible()
        expect(await findings(page)).toEqual([])
      }
      if (name === 'wide') expect(await layoutShifts(page)).toEqual([])
    })

    test('code, an answer and a member’s answer are copied, as text or as Markdown', async ({ page }) => {
      await openRich(page)
      const { verdict, lineOf, members } = runOn(page)
      await verdict.getByRole('button', { name: 'Copy code' }).first().click()
      expect(await clipboard(page)).toMatch(/^def area[\s\S]*# 0\.3333$/)
      const copy = verdict.getByRole('button', { name: 'Copy the answer' })
      await copy.click()
      await page.getByRole('menuitem', { name: 'Copy as Markdown' }).click()
      await expect.poll(() => clipboard(page)).toBe(ANSWER)
      await expect(verdict.getByRole('button', { name: 'Copied' }).first()).toBeVisible()
      await expect(copy).toBeVisible()
      await copy.click()
      await page.getByRole('menuitem', { name: 'Copy as text' }).click()
      await expect.poll(() => clipboard(page)).not.toMatch(/```|\$\$|\]\(/)
      expect(await clipboard(page)).toContain('Middle of strips\t1000')
      await lineOf('two').click()
      await members.getByRole('button', { name: 'Copy the answer of two' }).click()
      await page.getByRole('menuitem', { name: 'Copy as Markdown' }).click()
      await expect.poll(() => clipboard(page)).toMatch(/^As b\/two sees it:/)
    })

    test('a citation opens its passage over the page, and gives the focus back', async ({ page }) => {
      await page.goto('/')
      await composer(page).ask('How long should I boil an egg?')
      const run = runOn(page)
      await run.finalText()
      const citation = run.verdict.getByRole('link', { name: 'Boiling eggs' })
      await citation.focus()
      await page.keyboard.press('Enter')
      const dialog = page.getByRole('dialog', { name: 'Boiling eggs' })
      await expect(dialog.getByRole('heading', { name: 'Timing' })).toBeVisible()
      await expect(dialog.locator('[aria-current]')).toHaveCount(1)
      expect(await findings(page)).toEqual([])
      await page.keyboard.press('Escape')
      await expect(dialog).toHaveCount(0)
      await expect(citation).toBeFocused()
      await citation.click()
      await dialog.getByRole('link', { name: 'Open as a page' }).click()
      await expect(page).toHaveURL(/\/sources\/boiling-eggs#[a-z-]+$/)
      await expect(page.getByRole('heading', { level: 1, name: 'Boiling eggs' })).toBeVisible()
      expect(await findings(page)).toEqual([])
    })
  })
}

test('the source of a diagram can be shown in place of the drawing, and the drawing made larger', async ({ page }) => {
  await openRich(page)
  await drawings(page).first().scrollIntoViewIfNeeded()
  await page.getByRole('button', { name: 'Source' }).click()
  await expect(runOn(page).verdict.getByText('Q[Question] --> A[Opinions]')).toBeVisible()
  await page.getByRole('button', { name: 'Diagram' }).click()
  await page.getByRole('button', { name: 'Larger' }).click()
  await expect(page.getByRole('button', { name: 'Smaller' })).toBeVisible()
  await expect(drawings(page)).toBeVisible()
})

test.describe('a diagram with markup in a label', () => {
  // the frame it is drawn in refuses to run it, and says so
  test.use({ provoked: /inline event handler|script-src-attr/ })

  test('is drawn as an image, runs nothing and asks nobody', async ({ page }) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    page.on('dialog', () => asked.push('alert'))
    await openRich(page, HOSTILE)
    await drawings(page).first().scrollIntoViewIfNeeded()
    await expect(drawings(page)).toBeVisible()
    await expect(runOn(page).verdict.locator('svg, img[src="x"]')).toHaveCount(await iconsIn(page))
    expect(asked).not.toContain('alert')
    expect(asked.filter((path) => path.endsWith('/x'))).toEqual([])
  })
})

/** Our own icons are the only drawings in the page itself. */
function iconsIn(page: Page): Promise<number> {
  return runOn(page).verdict.locator('svg.lucide').count()
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a citation leads to the page of its source', async ({ page }) => {
    await page.goto('/')
    await composer(page).ask('How long should I boil an egg?')
    const run = runOn(page)
    await expect(run.receipt).toBeVisible({ timeout: 45_000 })
    await run.verdict.getByRole('link', { name: 'Boiling eggs' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Boiling eggs' })).toBeVisible()
  })
})
