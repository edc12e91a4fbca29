import { findings } from '../pages/axe.ts'
import { importMany } from '../pages/many-conversations.ts'
import { sidebarOn } from '../pages/sidebar.ts'
import { expect, PHONE, test } from './journey.ts'

const MANY = 130

test('the list goes on by itself while it is scrolled, under headings that do not repeat', async ({ page }) => {
  await importMany(page, MANY)
  await page.goto('/favourites')
  const { list, link } = sidebarOn(page)
  await expect(link('Old 49')).toBeAttached()
  await expect(link('Old 130')).toHaveCount(0)
  await expect(async () => {
    await list.evaluate((element) => element.scrollTo(0, element.scrollHeight))
    await expect(link('Old 130')).toBeInViewport({ timeout: 500 })
  }).toPass()
  const headings = await list.getByRole('heading').allTextContents()
  expect(new Set(headings).size).toBe(headings.length)
  expect(await list.locator('li a').count()).toBe(MANY + 1)
  await expect(page.getByRole('link', { name: 'Show older' })).toHaveCount(0)

  await sidebarOn(page).startRenaming('Old 130', 'The oldest')
  await page.keyboard.press('Enter')
  await expect(link('The oldest')).toBeFocused()
  await expect(link('The oldest')).toBeInViewport()
  expect(await list.locator('li a').count()).toBe(MANY + 1)
})

test.describe('without JavaScript', () => {
  test('“Show older” leads to a page with the rest', async ({ page, browser, baseURL }) => {
    await importMany(page, 60)
    const storageState = await page.context().storageState()
    const context = await browser.newContext({ storageState, javaScriptEnabled: false, baseURL: baseURL as string })
    const plain = await context.newPage()
    await plain.goto('/favourites')
    await plain.getByRole('link', { name: 'Show older' }).click()
    await expect(plain).toHaveURL(/\/conversations\?before=/)
    await expect(plain.getByRole('main').getByRole('link', { name: 'Old 60', exact: true })).toBeVisible()
    await expect(plain.getByRole('main').getByRole('link', { name: 'Old 1', exact: true })).toHaveCount(0)
    await context.close()
  })
})

test.describe('on a phone', () => {
  test.use(PHONE)

  test('the drawer keeps the focus to itself, is read as a list under headings, and gives the focus back', async ({
    page,
  }) => {
    await importMany(page, 60)
    await page.goto('/favourites')
    const opener = page.getByRole('button', { name: 'Conversations' })
    await opener.focus()
    await page.keyboard.press('Enter')
    const drawer = page.getByRole('dialog', { name: 'LLM Council' })
    await expect(drawer).toMatchAriaSnapshot(`
      - dialog "LLM Council":
        - heading "LLM Council" [level=2]
        - button "Close"
        - link "New question"
        - button "Search"
        - navigation "Conversations":
          - heading "Today" [level=2]
          - list:
            - listitem:
              - link "How do councils decide?"
              - button "More for “How do councils decide?”"
    `)
    for (let presses = 0; presses < 12; presses++) {
      await page.keyboard.press(presses % 3 === 0 ? 'Shift+Tab' : 'Tab')
      expect(await drawer.evaluate((element) => element.contains(document.activeElement))).toBe(true)
    }
    expect(await findings(page, { within: '[role=dialog]' })).toEqual([])
    const { list, link } = sidebarOn(page)
    await expect(async () => {
      await list.evaluate((element) => element.scrollTo(0, element.scrollHeight))
      await expect(link('Old 60')).toBeInViewport({ timeout: 500 })
    }).toPass()
    await page.keyboard.press('Escape')
    await expect(drawer).toHaveCount(0)
    await expect(opener).toBeFocused()
  })
})
