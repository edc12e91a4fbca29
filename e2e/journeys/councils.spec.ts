import type { Page } from '@playwright/test'
import { composer } from '../pages/composer.ts'
import { runOn } from '../pages/run.ts'
import { expect, PHONE, test } from './journey.ts'

const seat = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true })

/** Opens the choice of seats from the question box. */
async function chooseMembers(page: Page) {
  const { picker, choices, isAlive } = composer(page)
  await isAlive()
  await picker.click()
  await choices.getByRole('button', { name: 'Choose members…' }).click()
  return choices
}

/** Keeps the chosen seats under a name. */
async function keepAs(page: Page, name: string) {
  const { choices, picker } = composer(page)
  await choices.getByRole('button', { name: 'Keep as a council…' }).click()
  await choices.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.keyboard.press('Enter')
  await expect(picker).toContainText(name)
}

test('seats are chosen for one question, and no one reviews where that is chosen', async ({ page }) => {
  await page.goto('/')
  const choices = await chooseMembers(page)
  await choices.getByRole('button', { name: 'Remove member 4' }).click()
  await choices.getByRole('button', { name: 'Remove member 3' }).click()
  await seat(page, 'Member 1').selectOption('Teacher (offline demo)')
  await seat(page, 'Chairman').selectOption('Analyst (offline demo)')
  await choices.getByText('No review').click()
  await choices.getByRole('button', { name: 'Use for this question' }).click()
  await expect(composer(page).picker).toHaveText('Who answers: Own choicetime unknown · free')

  await composer(page).field.fill('Does coffee cost me sleep?')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/c\//)
  const run = runOn(page)
  await run.finalText()
  await expect(run.members.getByRole('listitem')).toHaveCount(2)
  await expect(run.verdict).toContainText(/by Analyst/)
  await expect(run.article).toContainText('This council does not review.')
})

test('a first visitor keeps a council, asks it, changes it, and deletes it; what it answered stays', async ({
  page,
  anotherDevice,
}) => {
  await page.goto('/')
  await chooseMembers(page)
  await composer(page).choices.getByRole('button', { name: 'Remove member 4' }).click()
  await keepAs(page, 'Three at once')
  await composer(page).field.fill('Does coffee cost me sleep?')
  await composer(page).send.click()
  await page.waitForURL(/\/c\//)
  const run = runOn(page)
  await run.finalText()
  await expect(run.matrix.getByRole('columnheader', { name: /^Ballot of/ })).toHaveCount(4)
  const conversation = page.url()

  const stranger = await anotherDevice()
  await stranger.goto('/councils')
  await expect(stranger.getByText('None yet. Keep one below.')).toBeVisible()

  await composer(page).picker.click()
  await composer(page).choices.getByRole('link', { name: 'Change “Three at once”' }).click()
  await expect(page).toHaveURL(/\/councils\?edit=cou_/)
  const own = page.getByRole('region', { name: 'Yours' })
  await own.getByRole('textbox', { name: 'Name' }).fill('Two at once')
  await own.getByRole('button', { name: 'Remove member 3' }).click()
  await own.getByRole('button', { name: 'Keep the changes' }).click()
  await expect(page).toHaveURL(/\/councils$/)
  await expect(own.getByText('Archivist and Skeptic answer and review one another')).toBeVisible()

  await page.goto(conversation)
  await expect(runOn(page).members.getByRole('listitem')).toHaveCount(3)
  await composer(page).choose('Two at once')
  await page.goto('/councils')
  await own.getByText('Change', { exact: true }).click()
  await own.getByText('Delete…').click()
  await own.getByRole('button', { name: 'Delete “Two at once”' }).click()
  await expect(own.getByText('None yet.')).toBeVisible()
  await page.goto(conversation)
  await expect(runOn(page).members.getByRole('listitem')).toHaveCount(3)
})

test('of two who change a council at once the second is told, and keeps what was written', async ({
  page,
  context,
}) => {
  await page.goto('/')
  await chooseMembers(page)
  await keepAs(page, 'Shared')
  const other = await context.newPage()
  for (const tab of [page, other]) {
    await tab.goto('/councils')
    await tab.getByRole('region', { name: 'Yours' }).getByText('Change', { exact: true }).click()
  }
  const change = async (tab: Page, name: string) => {
    await tab.getByRole('region', { name: 'Yours' }).getByRole('textbox', { name: 'Name' }).fill(name)
    await tab.getByRole('button', { name: 'Keep the changes' }).click()
  }
  await change(page, 'Mine')
  await expect(page.getByRole('region', { name: 'Yours' }).getByText('Mine', { exact: true })).toBeVisible()
  await change(other, 'Yours')
  await expect(other.getByText('Somebody else has changed it meanwhile; it is called “Mine” now.')).toBeVisible()
  await expect(other.getByRole('region', { name: 'Yours' }).getByRole('textbox', { name: 'Name' })).toHaveValue('Yours')
})

test('a council that was deleted meanwhile is not asked, and the question stays', async ({ page, context }) => {
  await page.goto('/')
  await chooseMembers(page)
  await keepAs(page, 'Short-lived')
  const other = await context.newPage()
  await other.goto('/councils')
  const own = other.getByRole('region', { name: 'Yours' })
  await own.getByText('Change', { exact: true }).click()
  await own.getByText('Delete…').click()
  await own.getByRole('button', { name: 'Delete “Short-lived”' }).click()
  await expect(own.getByText('None yet.')).toBeVisible()
  const { field, send, problem, ask } = composer(page)
  await field.fill('Why sleep?')
  await send.click()
  await expect(problem).toHaveText('This council is not there any more. Choose another one.')
  await expect(field).toHaveValue('Why sleep?')
  await ask('Why sleep?')
})

test('the choice opens, is gone through and closes with the keyboard alone', async ({ page }) => {
  await page.goto('/')
  const { picker, choices, choice, isAlive } = composer(page)
  await isAlive()
  await picker.focus()
  await page.keyboard.press('Enter')
  await expect(choice('Standard')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(choice('Quick')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(choices).toHaveCount(0)
  await expect(picker).toBeFocused()
  await expect(picker).toContainText('Quick')
  await page.keyboard.press('Enter')
  await expect(choice('Quick')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(choices).toHaveCount(0)
  await expect(picker).toBeFocused()
})

test.describe('on a phone', () => {
  test.use(PHONE)

  test('the choice is a sheet from below, and everything in it is large enough for a finger', async ({ page }) => {
    await page.goto('/')
    const { picker, choices, isAlive } = composer(page)
    await isAlive()
    await picker.tap()
    await expect.poll(async () => bottomOf(await choices.boundingBox())).toBe(844)
    await choices.getByRole('button', { name: 'Choose members…' }).tap()
    const targets = choices.locator('button:visible, select:visible, label:visible:has(input[type=checkbox])')
    for (const target of await targets.all()) {
      const box = await target.boundingBox()
      expect([await target.textContent(), (box?.height ?? 0) >= 32]).toEqual([expect.anything(), true])
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    await choices.getByRole('button', { name: 'Use for this question' }).tap()
    await expect(picker).toContainText('Own choice')
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a council is kept, asked, changed and deleted by forms alone', async ({ page }) => {
    await page.goto('/councils')
    const fresh = page.getByRole('region', { name: 'A new one' })
    await fresh.getByRole('textbox', { name: 'Name' }).fill('By hand')
    await fresh.getByRole('combobox', { name: 'Member 2' }).selectOption('Nobody')
    await fresh.getByRole('combobox', { name: 'Member 3' }).selectOption('Nobody')
    await fresh.getByRole('button', { name: 'Keep it' }).click()
    await expect(fresh.getByRole('alert')).toHaveText(/^One answer has nothing to be compared with/)
    await expect(fresh.getByRole('textbox', { name: 'Name' })).toHaveValue('By hand')
    await fresh.getByRole('combobox', { name: 'Member 6' }).selectOption('Editor (offline demo)')
    await fresh.getByRole('radio', { name: 'No review' }).check()
    await fresh.getByRole('button', { name: 'Keep it' }).click()
    const own = page.getByRole('region', { name: 'Yours' })
    await expect(
      own.getByText('Archivist and Editor answer, nobody reviews; Analyst writes the verdict.'),
    ).toBeVisible()

    await page.goto('/')
    await composer(page).field.fill('Does coffee cost me sleep?')
    await composer(page).plain.selectOption({ label: 'By hand, 3 seats' })
    await composer(page).send.click()
    await expect(runOn(page).receipt).toBeVisible({ timeout: 45_000 })
    await expect(runOn(page).members.getByRole('listitem')).toHaveCount(2)

    await page.goto('/councils')
    await own.getByText('Change', { exact: true }).click()
    await own.getByRole('textbox', { name: 'Name' }).fill('By two hands')
    await own.getByRole('button', { name: 'Keep the changes' }).click()
    await expect(own.getByText('By two hands', { exact: true })).toBeVisible()
    await own.getByText('Change', { exact: true }).click()
    await own.getByText('Delete…').click()
    await own.getByRole('button', { name: 'Delete “By two hands”' }).click()
    await expect(own.getByText('None yet.')).toBeVisible()
  })
})

function bottomOf(box: { y: number; height: number } | null): number {
  return Math.round(box ? box.y + box.height : 0)
}
