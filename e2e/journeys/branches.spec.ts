import type { Page } from '@playwright/test'
import { findings } from '../pages/axe.ts'
import { composer } from '../pages/composer.ts'
import { runOn } from '../pages/run.ts'
import { expect, PHONE, test, WIDE } from './journey.ts'

const SINGLE = { council: 'Single model', model: 'Editor' } as const
const edit = (page: Page) => runOn(page).article.getByRole('button', { name: 'Edit' })
const again = (page: Page) => runOn(page).article.getByRole('button', { name: 'Again' })
const choose = (page: Page, name: string) => page.getByRole('menuitem', { name, exact: true }).click()

for (const [device, options] of Object.entries({ wide: WIDE, phone: PHONE })) {
  test.describe(`on a ${device} screen`, () => {
    test.use(options)

    test('a question asked in other words stands beside the first one, and either can be shown', async ({ page }) => {
      await page.goto('/')
      await composer(page).ask('What is a pulsar?', SINGLE)
      const run = runOn(page)
      await run.finalText()
      await edit(page).click()
      const field = page.getByRole('textbox', { name: /^Ask this in other words/ })
      await expect(field).toHaveValue('What is a pulsar?')
      await field.fill('What is a quasar?')
      await page.locator('form').filter({ has: field }).getByRole('button', { name: 'Ask' }).click()
      await expect(run.question).toHaveText('What is a quasar?')
      await run.finalText()
      await expect(run.article).toContainText('2/2')
      await page.getByRole('button', { name: 'Previous question' }).click()
      await expect(run.question).toHaveText('What is a pulsar?')
      await expect(run.article).toContainText('1/2')
      await page.reload()
      await expect(run.question).toHaveText('What is a pulsar?')
      await page.getByRole('button', { name: 'Next question' }).click()
      await expect(run.question).toHaveText('What is a quasar?')
      expect(await findings(page)).toEqual([])
    })
  })
}

test('Escape leaves a question as it was', async ({ page }) => {
  await page.goto('/')
  await composer(page).ask('What is a pulsar?', SINGLE)
  await runOn(page).finalText()
  await edit(page).click()
  await page.keyboard.type(' Or not?')
  await page.keyboard.press('Escape')
  await expect(runOn(page).question).toHaveText('What is a pulsar?')
})

test('the verdict is written again by another chairman, and the first one stays', async ({ page }) => {
  await page.goto('/')
  await composer(page).ask('Does coffee cost me sleep?')
  const run = runOn(page)
  const first = await run.finalText()
  await again(page).click()
  await choose(page, 'Editor')
  await expect(run.article).toContainText('2/2')
  await run.finalText()
  await expect(run.verdict).toContainText('by Editor')
  await expect(run.matrix).toBeVisible()
  await expect(run.ballots).toContainText('The review was kept from the earlier run.')
  await run.lineOf('Skeptic').click()
  await expect(run.members).toContainText('Kept from the earlier run.')
  await page.getByRole('button', { name: 'Previous answer' }).click()
  await expect(run.article).toContainText('1/2')
  expect(await run.finalText()).toBe(first)
})

test('a whole council is asked again, and a follow-up goes with the answer that is shown', async ({ page }) => {
  await page.goto('/')
  await composer(page).ask('What is a pulsar?', SINGLE)
  const run = runOn(page)
  await run.finalText()
  await again(page).click()
  await choose(page, 'Ask again')
  await expect(run.article).toContainText('2/2')
  await run.finalText()
  await page.getByRole('button', { name: 'Previous answer' }).click()
  await expect(run.article).toContainText('1/2')
  await composer(page).ask('And a quasar?', SINGLE)
  await expect(run.question).toHaveText('And a quasar?')
  await run.finalText()
  await page.getByRole('button', { name: 'Next answer' }).click()
  await expect(page.getByText('And a quasar?')).toHaveCount(0)
  await page.getByRole('button', { name: 'Previous answer' }).click()
  await expect(run.question).toHaveText('And a quasar?')
})

test("a member's answer is taken as the final one, and the verdict comes back", async ({ page }) => {
  await page.goto('/')
  await composer(page).ask('Does coffee cost me sleep?')
  const run = runOn(page)
  const verdict = await run.finalText()
  await run.lineOf('Skeptic').click()
  await run.members.getByRole('button', { name: 'Take this as the final answer' }).click()
  await expect(run.verdict).toContainText('Taken as the final answer')
  await expect(run.verdict).toContainText('by Skeptic')
  await page.reload()
  await expect(run.verdict).toContainText('by Skeptic')
  await again(page).click()
  await choose(page, 'Back to the verdict')
  await expect(run.verdict).not.toContainText('Taken')
  expect(await run.finalText()).toBe(verdict)
})

test('a seat that failed joins again while its stage is open', async ({ page }) => {
  await page.goto('/')
  await composer(page).ask('Why is the sky blue? [[archivist: stall]] [[skeptic: cut]]')
  const run = runOn(page)
  await expect(run.answerOf('Skeptic')).not.toContainText('Trying again.')
  const accepted = page.waitForResponse((response) => response.url().endsWith('/retry') && response.ok())
  await run.answerOf('Skeptic').getByRole('button', { name: 'Retry' }).click()
  await accepted
  await run.stop.click()
  await run.receiptButton.click()
  await expect(run.calls.getByText('attempt 3')).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('other answers are shown by plain buttons', async ({ page, anotherDevice }) => {
    await page.goto('/')
    await composer(page).ask('What is a pulsar?', SINGLE)
    const link = page.url()
    const cookies = await page.context().cookies()
    const alive = await anotherDevice({ javaScriptEnabled: true })
    await alive.context().addCookies(cookies)
    await alive.goto(link)
    await runOn(alive).finalText()
    await composer(alive).isAlive()
    await again(alive).click()
    await choose(alive, 'Ask again')
    await expect(runOn(alive).article).toContainText('2/2')
    await runOn(alive).finalText()
    await page.goto(link)
    await page.getByRole('button', { name: 'Previous answer' }).click()
    await expect(runOn(page).article).toContainText('1/2')
  })
})
