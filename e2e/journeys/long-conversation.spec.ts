import type { Page } from '@playwright/test'
import { findings } from '../pages/axe.ts'
import { sidebarOn } from '../pages/sidebar.ts'
import { expect, PHONE, test, WIDE } from './journey.ts'

const TURNS = 14
const MEMBERS = ['a/one', 'b/two', 'c/three']

/** Opens a conversation of many turns by the list of conversations, as people do. */
async function openLong(page: Page): Promise<void> {
  await page.goto('/import')
  await page.getByLabel('Choose files').setInputFiles([longFile()])
  await page.getByRole('list', { name: 'Files' }).getByRole('link', { name: 'Long' }).click()
  await expect(question(page, 1)).toBeInViewport()
}

function longFile() {
  const answer = (turn: number, by: string) => `Answer ${turn} of ${by}.\n\n${'It goes on for a while. '.repeat(40)}`
  const messages = Array.from({ length: TURNS }, (_, index) => [
    { role: 'user', content: `Question number ${index + 1}?` },
    {
      role: 'assistant',
      stage1: MEMBERS.map((model) => ({ model, response: answer(index + 1, model) })),
      stage2: [],
      stage3: { model: 'a/one', response: answer(index + 1, 'the chairman') },
    },
  ]).flat()
  const file = {
    id: '7c9e6679-7425-40de-944b-000000000014',
    created_at: '2025-11-23T10:15:30',
    title: 'Long',
    messages,
  }
  return { name: 'long.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) }
}

const question = (page: Page, turn: number) =>
  page.getByRole('heading', { level: 2, name: `Question number ${turn}?`, exact: true })
const turnOf = (page: Page, turn: number) => page.locator('[data-turn]').filter({ has: question(page, turn) })

for (const [name, device] of Object.entries({ wide: WIDE, phone: PHONE })) {
  test.describe(name, () => {
    test.use(device)

    test('the list leads to the newest question, and a reload to where its reader has gone', async ({ page }) => {
      await openLong(page)
      if (device === PHONE) await page.getByRole('button', { name: 'Conversations' }).click()
      await sidebarOn(page).link('Long').click()
      await expect(question(page, TURNS)).toBeInViewport()
      expect(await findings(page)).toEqual([])

      await turnOf(page, 7).scrollIntoViewIfNeeded()
      await expect(question(page, TURNS)).not.toBeInViewport()
      const place = await page.evaluate(() => window.scrollY)
      expect(place).toBeGreaterThan(0)
      await page.reload()
      await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(0)
      await expect(question(page, TURNS)).not.toBeInViewport()

      const { pathname } = new URL(page.url())
      await page.goto(`${pathname}#${await turnOf(page, 3).getAttribute('id')}`)
      await expect(question(page, 3)).toBeInViewport()
    })
  })
}

test('what is far away has question and answer, and everything else as soon as somebody comes near', async ({
  page,
}) => {
  await openLong(page)
  await sidebarOn(page).link('Long').click()
  await expect(question(page, TURNS)).toBeInViewport()
  const members = (turn: number) => turnOf(page, turn).getByRole('group', { name: 'Members' })
  await expect(members(TURNS)).toBeVisible()
  await expect(turnOf(page, 5)).toContainText('Answer 5 of the chairman.')
  await expect(members(5)).toHaveCount(0)

  // by keyboard from question to question, and into an answer of a member
  await question(page, TURNS).evaluate((heading: HTMLElement) => {
    heading.tabIndex = -1
    heading.focus()
  })
  for (let turn = TURNS - 1; turn >= 5; turn--) {
    await page.keyboard.press('k')
    await expect(question(page, turn)).toBeFocused()
    await expect(question(page, turn)).toBeInViewport()
  }
  await expect(members(5)).toBeVisible()
  await page.keyboard.press('2')
  await expect(members(5).locator('details[open]')).toContainText('Answer 5 of b/two.')
})

test.describe('without JavaScript', () => {
  test('every question and answer is on the page', async ({ browser, page, baseURL }) => {
    await openLong(page)
    const { cookies } = await page.context().storageState()
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' })
    await context.addCookies(cookies)
    const plain = await context.newPage()
    await plain.goto(page.url())
    await expect(plain.getByRole('heading', { level: 2, name: /^Question number/ })).toHaveCount(TURNS)
    for (const turn of [1, 5, TURNS]) await expect(turnOf(plain, turn)).toContainText(`Answer ${turn} of the chairman.`)
    await context.close()
  })
})
