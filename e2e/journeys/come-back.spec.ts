import { composer } from '../pages/composer.ts'
import { runOn } from '../pages/run.ts'
import { expect, PHONE, test } from './journey.ts'

const SLOW = 'How do councils decide? [[skeptic: slow]] [[chair: slow]]'

test.beforeEach(async ({ page }) => {
  await page.goto('/')
  await composer(page).ask(SLOW)
})

test('a reload in the middle loses nothing', async ({ page }) => {
  const run = runOn(page)
  await expect(run.stageNow).toHaveText('Answers 2/3')
  const before = (await run.answerOf('Archivist').textContent()) as string
  await page.reload()
  const text = await run.finalText()
  await run.lineOf('Archivist').click()
  await expect(run.members).toContainText(before)
  await page.reload()
  expect(await run.finalText()).toBe(text)
})

test('two tabs show the same, while it runs and at the end', async ({ page, context }) => {
  const tab = await context.newPage()
  await tab.goto(page.url())
  await expect(runOn(tab).question).toHaveText(SLOW)
  const [first, second] = await Promise.all([runOn(page).finalText(), runOn(tab).finalText()])
  expect(second).toBe(first)
  await page.reload()
  expect(await runOn(page).finalText()).toBe(first)
})

test('another device goes on with the run by a link that works once', async ({ page, anotherDevice }) => {
  await page.getByRole('button', { name: 'Continue on another device' }).click()
  const dialog = page.getByRole('dialog', { name: 'Continue on another device' })
  await expect(dialog.getByRole('img', { name: 'QR code of the link' })).toBeVisible()
  const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)

  const other = await anotherDevice(PHONE)
  await other.goto(link)
  await other.getByRole('button', { name: 'Continue here' }).click()
  await other.waitForURL(page.url())
  await expect(runOn(other).question).toHaveText(SLOW)
  const [first, second] = await Promise.all([runOn(page).finalText(), runOn(other).finalText()])
  expect(second).toBe(first)

  const late = await anotherDevice()
  await late.goto(link)
  await expect(late.getByRole('heading', { name: 'This link was used or has expired' })).toBeVisible()
  await expect(late.getByRole('button', { name: 'Continue here' })).toHaveCount(0)
})

test('a link that was used between its page and the press of the button says so', async ({ page, anotherDevice }) => {
  await page.getByRole('button', { name: 'Continue on another device' }).click()
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue()
  const [fast, slow] = [await anotherDevice(), await anotherDevice()]
  await fast.goto(link)
  await slow.goto(link)
  await fast.getByRole('button', { name: 'Continue here' }).click()
  await fast.waitForURL(page.url())
  await slow.getByRole('button', { name: 'Continue here' }).click()
  await expect(slow.getByRole('heading', { name: 'This link was used or has expired' })).toBeVisible()
})

test.describe('a stranger', () => {
  test.use({ provoked: /status of 404/ })

  test('finds nothing at the address of a conversation', async ({ page, anotherDevice }) => {
    const stranger = await anotherDevice()
    const response = await stranger.goto(page.url())
    expect(response?.status()).toBe(404)
    await expect(stranger.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible()
    await expect(stranger.getByText('How do councils decide?')).toHaveCount(0)
  })
})
