import type { Page } from '@playwright/test'
import { composer } from '../pages/composer.ts'
import { beginConversation } from '../pages/conversation.ts'
import { runOn } from '../pages/run.ts'
import { layoutShifts } from '../pages/watched-browser.ts'
import { expect, PHONE, SCREENS, test } from './journey.ts'

/** Where the composer's box ends and the newest question begins, and what is between. */
function places(page: Page) {
  return page.evaluate(() => {
    const box = (selector: string) => [...document.querySelectorAll(selector)].at(-1)?.getBoundingClientRect()
    return {
      height: window.innerHeight,
      dock: { top: box('[data-dock]')?.top ?? 0, bottom: box('[data-dock]')?.bottom ?? 0 },
      questionTop: box('article h2')?.top ?? 0,
      toTheEnd: document.documentElement.scrollHeight - window.innerHeight - window.scrollY,
    }
  })
}

for (const [name, device] of SCREENS) {
  test.describe(name, () => {
    test.use(device)

    test('the box stays at the foot of the screen and covers no last line', async ({ page }) => {
      await beginConversation(page)
      for (const to of [0, 400, 100_000]) {
        await page.evaluate((y) => window.scrollTo(0, y), to)
        const { dock, height } = await places(page)
        expect(Math.round(dock.bottom)).toBe(height)
      }
      const end = await runOn(page).ballots.boundingBox()
      expect((end?.y ?? 0) + (end?.height ?? 0)).toBeLessThanOrEqual((await places(page)).dock.top)
    })

    test('what waits at the foot while the verdict is written stands above the box', async ({ page }) => {
      await page.goto('/')
      await composer(page).isAlive()
      await composer(page).ask('How do councils decide? [[chair: slow]]')
      const seats = page.getByRole('button', { name: /^Show the answers and ballots/ })
      await expect(seats).toBeVisible()
      const box = await seats.boundingBox()
      const { dock } = await places(page)
      expect(Math.abs((box?.y ?? 0) + (box?.height ?? 0) - dock.top)).toBeLessThanOrEqual(1)
      await runOn(page).stop.click()
    })

    test('a follow-up leaves the page as it was, pins to the top and stays there when it has settled', async ({
      page,
    }) => {
      await beginConversation(page)
      const first = page.locator('article[aria-labelledby]').first()
      const evidence = first.locator('details').first()
      await evidence.locator('summary').click()
      await evidence.evaluate((element) => element.setAttribute('data-same', ''))
      const { field, choose } = composer(page)
      await choose('Single model')
      await field.pressSequentially('And for a freelancer?')
      if (device === PHONE) await composer(page).send.tap()
      else await field.press('Enter')

      await expect(page.locator('article[aria-labelledby]')).toHaveCount(2)
      const second = runOn(page)
      await expect(second.question).toHaveText('And for a freelancer?')
      await expect(field).toHaveValue('')
      const pinned = (await places(page)).questionTop
      expect(pinned).toBeLessThan(120)
      expect(pinned).toBeGreaterThanOrEqual(device === PHONE ? 52 : 0)
      await expect(second.receipt).toBeVisible()
      expect((await places(page)).questionTop).toBe(pinned)
      expect((await places(page)).dock.bottom).toBe((await places(page)).height)
      await expect(first.locator('details[data-same][open]')).toHaveCount(1)
      expect(await layoutShifts(page)).toEqual([])
    })
  })
}

test.describe('with the keyboard of a phone out', () => {
  test.use({ ...PHONE, viewport: { width: 390, height: 460 } })

  test('box, send and the end of the text are in view above it', async ({ page }) => {
    await beginConversation(page)
    const { field, send } = composer(page)
    await field.tap()
    await field.fill('A line\n'.repeat(12))
    await expect(send).toBeInViewport({ ratio: 1 })
    const { dock, height } = await places(page)
    expect(Math.round(dock.bottom)).toBe(height)
    expect(dock.top).toBeGreaterThan(height * 0.3)
  })
})

test('a follow-up that finds no server is kept in the box', async ({ page, context }) => {
  await beginConversation(page)
  await context.route('**/api/v1/runs', (route) => route.fulfill({ status: 503, json: unavailable }))
  const { field, problem } = composer(page)
  await field.fill('Lost on the way?')
  await field.press('Enter')
  await expect(problem).toHaveText('Not now.')
  await expect(field).toHaveValue('Lost on the way?')
  await context.unroute('**/api/v1/runs')
  await field.press('Enter')
  await expect(runOn(page).question).toHaveText('Lost on the way?')
  await expect(problem).toBeHidden()
})

const unavailable = { error: { code: 'UNAVAILABLE', message: 'Not now.' } }
test.use({ provoked: /status of 503/ })
