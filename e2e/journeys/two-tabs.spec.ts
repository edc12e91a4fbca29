import { composer } from '../pages/composer.ts'
import { runOn } from '../pages/run.ts'
import { sidebarOn } from '../pages/sidebar.ts'
import { expect, test } from './journey.ts'

const QUESTION = 'How do councils decide?'

test.describe('two editors of one title', () => {
  // The second one is told 412.
  test.use({ provoked: /status of 412/ })

  test('see each other’s, and the second chooses', async ({ page, context }) => {
    await page.goto('/')
    await composer(page).ask(QUESTION, { council: 'Single model' })
    await runOn(page).finalText()
    const other = await context.newPage()
    await other.goto(page.url())
    const [here, there] = [sidebarOn(page), sidebarOn(other)]

    await here.startRenaming(QUESTION, 'Mine')
    await there.startRenaming(QUESTION, 'Theirs')
    await other.keyboard.press('Enter')
    await expect(there.link('Theirs')).toBeVisible()

    await here.titleField.focus()
    await page.keyboard.press('Enter')
    await expect(here.list.getByRole('alert')).toHaveText('Meanwhile it was renamed “Theirs”.')
    await expect(here.titleField).toHaveValue('Mine')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: 'Keep mine' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(here.link('Mine')).toBeVisible()
    await expect(there.link('Mine')).toBeVisible()

    await there.startRenaming('Mine', 'Not kept')
    await here.startRenaming('Mine', 'Agreed')
    await page.keyboard.press('Enter')
    await expect(here.link('Agreed')).toBeVisible()
    await there.titleField.focus()
    await other.keyboard.press('Enter')
    await other.getByRole('button', { name: 'Take theirs' }).click()
    await expect(there.link('Agreed')).toBeVisible()
    await expect(there.list.getByRole('alert')).toHaveCount(0)
  })
})

test.describe('a run that is gone', () => {
  // the page asks once more for what was charged for the run that was stopped with it
  test.use({ provoked: /status of 404/ })

  test('a conversation deleted while it runs says so in another tab, and comes back stopped', async ({
    page,
    context,
  }) => {
    await page.goto('/')
    await composer(page).ask(`${QUESTION} [[skeptic: stall]]`, { council: 'Standard' })
    await expect(runOn(page).stageNow).toHaveText('Answers 3/4')
    const other = await context.newPage()
    await other.goto('/favourites')
    const title = `${QUESTION} [[skeptic: stall]]`
    await sidebarOn(other).choose(title, 'Delete')
    await expect(sidebarOn(other).toast).toContainText('What ran in it was stopped.')

    await expect(page.getByRole('heading', { level: 1, name: 'This conversation was deleted' })).toBeVisible()
    await expect(sidebarOn(page).link(title)).toHaveCount(0)
    await page.reload()
    await page.getByRole('button', { name: 'Restore it' }).click()
    await expect(runOn(page).question).toHaveText(title)
    await expect(runOn(page).notice).toContainText('You stopped this run.')
    await expect(sidebarOn(page).link(title)).toBeVisible()
  })
})

test('what runs in another tab loses its mark when it has ended', async ({ page, context }) => {
  await page.goto('/')
  await composer(page).ask(QUESTION, { council: 'Quick' })
  const other = await context.newPage()
  await other.goto('/favourites')
  const { list } = sidebarOn(other)
  await expect(list.getByRole('link', { name: `${QUESTION} , running` })).toBeVisible()
  await page.close()
  await expect(list.getByRole('link', { name: QUESTION, exact: true })).toBeVisible({ timeout: 30_000 })
})
