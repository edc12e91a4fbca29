import { composer } from '../pages/composer.ts'
import { runOn } from '../pages/run.ts'
import { sidebarOn } from '../pages/sidebar.ts'
import { expect, PHONE, test } from './journey.ts'

const QUESTION = 'How do councils decide?'

test('a conversation is renamed, pinned, archived and brought back with the keyboard alone', async ({ page }) => {
  await page.goto('/')
  await composer(page).ask(QUESTION, { council: 'Single model' })
  const sidebar = sidebarOn(page)
  await expect(sidebar.heading('Today')).toBeVisible()

  await sidebar.choose(QUESTION, 'Rename')
  await expect(sidebar.titleField).toBeFocused()
  await page.keyboard.type('Deciding together')
  await page.keyboard.press('Enter')
  await expect(sidebar.link('Deciding together')).toBeVisible()

  await sidebar.choose('Deciding together', 'Pin')
  await expect(sidebar.heading('Pinned')).toBeVisible()
  await sidebar.choose('Deciding together', 'Add to favourites')
  await expect(sidebar.link('Deciding together , favourite')).toBeVisible()

  await sidebar.choose('Deciding together', 'Archive')
  await expect(sidebar.link('Deciding together')).toHaveCount(0)
  await page.getByRole('link', { name: 'Archive' }).click()
  await expect(page.getByRole('heading', { name: 'Archive', level: 1 })).toBeVisible()
  await page.getByRole('button', { name: 'Restore “Deciding together”' }).click()
  await expect(page.getByText('Nothing is archived.')).toBeVisible()
  await expect(sidebar.link('Deciding together')).toBeVisible()
  await page.getByRole('link', { name: 'Favourites' }).click()
  await expect(page.getByRole('main').getByRole('link', { name: 'Deciding together' })).toBeVisible()
})

test('a deleted conversation comes back with Undo, page and all', async ({ page }) => {
  await page.goto('/')
  await composer(page).ask(QUESTION, { council: 'Single model' })
  await runOn(page).finalText()
  const address = page.url()
  const sidebar = sidebarOn(page)
  await sidebar.choose(QUESTION, 'Delete')
  await expect(sidebar.toast).toContainText(`Deleted “${QUESTION}”.`)
  await expect(page).toHaveURL(/\/$/)
  await expect(sidebar.undo).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(address)
  await expect(runOn(page).question).toHaveText(QUESTION)
  await expect(sidebar.link(QUESTION)).toBeVisible()
  await expect(sidebar.toast).toHaveCount(0)
})

test('search finds an answer by the beginnings of words and leads to its place', async ({ page }) => {
  await page.goto('/')
  await composer(page).ask('Does coffee cost me sleep?', { council: 'Single model' })
  await runOn(page).finalText()
  await page.keyboard.press('Control+Shift+KeyO')
  await expect(page).toHaveURL(/\/$/)
  await composer(page).ask(QUESTION, { council: 'Single model' })
  await runOn(page).finalText()

  await page.keyboard.press('Control+KeyK')
  await page.getByRole('combobox', { name: 'Search titles, questions and answers' }).fill('caffei')
  const found = page.getByRole('option', { name: /Does coffee cost me sleep/ })
  await expect(found.locator('mark').first()).toHaveText(/caffeine/i)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/c\/cnv_\w+#trn_\w+$/)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 2, name: 'Does coffee cost me sleep?' })).toBeInViewport()

  await page.getByRole('main').focus()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Search conversations')
})

test('days begin where the visitor is', async ({ browser, anotherDevice }) => {
  expect(browser.isConnected()).toBe(true)
  const page = await anotherDevice({ timezoneId: 'Pacific/Kiritimati' })
  await page.goto('/')
  await composer(page).ask(QUESTION, { council: 'Single model' })
  await expect
    .poll(async () => (await page.context().cookies()).find(({ name }) => name === 'tz')?.value)
    .toContain('Kiritimati')
  await expect(sidebarOn(page).heading('Today')).toBeVisible()
})

test.describe('on a phone', () => {
  test.use(PHONE)

  test('the drawer has the menu, the search and the way back', async ({ page }) => {
    await page.goto('/')
    await composer(page).ask(QUESTION, { council: 'Single model' })
    await runOn(page).finalText()
    const drawer = page.getByRole('button', { name: 'Conversations' })
    const sidebar = sidebarOn(page)
    await drawer.tap()
    await sidebar.more(QUESTION).tap()
    await sidebar.choice('Pin').tap()
    await expect(sidebar.heading('Pinned')).toBeVisible()
    await sidebar.more(QUESTION).tap()
    await sidebar.choice('Rename').tap()
    await sidebar.titleField.fill('On the way')
    await sidebar.titleField.press('Enter')
    await sidebar.more('On the way').tap()
    await sidebar.choice('Delete').tap()
    await sidebar.undo.tap()
    await expect(page).toHaveURL(/\/c\//)
    await expect(runOn(page).question).toHaveText(QUESTION)

    await drawer.tap()
    await page.getByRole('button', { name: 'Search' }).tap()
    await page.getByRole('combobox').fill('way')
    await page.getByRole('option', { name: /On the way/ }).tap()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  })
})
