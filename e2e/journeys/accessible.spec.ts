import { findings } from '../pages/axe.ts'
import { composer } from '../pages/composer.ts'
import { runOn } from '../pages/run.ts'
import { expect, PHONE, SCREENS, test } from './journey.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' }, provoked: /status of 404/ })

for (const [name, device] of SCREENS) {
  test.describe(name, () => {
    test.use(device)

    test('axe finds nothing on the pages around a run', async ({ page, anotherDevice }) => {
      await page.goto('/')
      expect(await findings(page)).toEqual([])
      await page.goto('/status')
      expect(await findings(page)).toEqual([])
      await page.goto('/nowhere')
      expect(await findings(page)).toEqual([])

      await page.goto('/')
      await composer(page).ask('How do councils decide?', { council: 'Single model' })
      await page.getByRole('button', { name: 'Continue on another device' }).click()
      const link = await page.getByRole('textbox', { name: 'Link' }).inputValue()
      expect(await findings(page)).toEqual([])
      const other = await anotherDevice({ ...device, reducedMotion: 'reduce' })
      await other.goto(link)
      expect(await findings(other)).toEqual([])
      await other.getByRole('button', { name: 'Continue here' }).click()
      await other.waitForURL(/\/c\//)
      await other.goto(link)
      expect(await findings(other)).toEqual([])
    })

    test('axe finds nothing in the list, its menu, the search and what was put aside', async ({ page }) => {
      const question = 'How do councils decide?'
      await page.goto('/')
      await composer(page).ask(question, { council: 'Single model' })
      await runOn(page).finalText()
      if (name === 'phone') await page.getByRole('button', { name: 'Conversations' }).click()
      await page.getByRole('button', { name: `More for “${question}”` }).click()
      await expect(page.getByRole('menuitem', { name: 'Archive' })).toBeVisible()
      // an open menu is beside the landmarks, and gone with the next key
      expect(await findings(page, { waived: ['region'] })).toEqual([])
      await page.getByRole('menuitem', { name: 'Archive' }).click()
      await page.goto('/archive')
      expect(await findings(page)).toEqual([])
      await page.keyboard.press('Control+KeyK')
      expect(await findings(page)).toEqual([])
      await page.getByRole('combobox').fill('council')
      await expect(page.getByRole('option').first()).toBeVisible()
      expect(await findings(page)).toEqual([])
    })

    test('axe finds nothing in the choice of a council, of its seats, and on the page of councils', async ({
      page,
    }) => {
      await page.goto('/')
      const { picker, choices, isAlive } = composer(page)
      await isAlive()
      await picker.click()
      await expect(choices.getByRole('heading', { name: 'One model alone' })).toBeVisible()
      expect(await findings(page)).toEqual([])
      await choices.getByRole('button', { name: 'Choose members…' }).click()
      await choices.getByRole('button', { name: 'Keep as a council…' }).click()
      expect(await findings(page)).toEqual([])
      await choices.getByRole('textbox', { name: 'Name' }).fill('Mine')
      await choices.getByRole('button', { name: 'Keep', exact: true }).click()
      await expect(picker).toContainText('Mine')
      await page.goto('/councils')
      await page.getByRole('listitem').filter({ hasText: 'Mine' }).getByText('Change', { exact: true }).click()
      await page.getByText('Delete…').click()
      expect(await findings(page)).toEqual([])
    })

    test('axe finds nothing while members answer, review and the chairman writes', async ({ page }) => {
      await page.goto('/')
      await composer(page).ask('How do councils decide? [[skeptic: stall]]')
      await expect(runOn(page).stageNow).toHaveText('Answers 2/3')
      expect(await findings(page)).toEqual([])

      await page.goto('/')
      await composer(page).ask('How do councils decide? [[skeptic: stall review]]')
      await expect(runOn(page).stageNow).toHaveText('Reviews 3/4')
      expect(await findings(page)).toEqual([])
    })

    test('axe finds nothing on a finished, a degraded, a stopped and a failed run', async ({ page }) => {
      await page.goto('/')
      await composer(page).ask('How do councils decide?', { council: 'Standard' })
      const run = runOn(page)
      await run.finalText()
      await run.matrix.getByRole('button').first().click()
      await run.receiptButton.click()
      await expect(run.calls).toBeVisible()
      expect(await findings(page)).toEqual([])
      if (device === PHONE) await page.keyboard.press('Escape')

      for (const question of [
        'Why sleep? [[skeptic: fail]] [[teacher: unreadable ballot]]',
        'Why sleep? [[all: fail]]',
      ]) {
        await page.goto('/')
        await composer(page).ask(question)
        await expect(run.notice).toBeVisible()
        expect(await findings(page)).toEqual([])
      }

      await page.goto('/')
      await composer(page).ask('Why sleep? [[chair: slow]]')
      await expect(run.verdict).toContainText(/Verdict[\s\S]{60,}/)
      await run.stop.click()
      await expect(run.notice).toBeVisible()
      expect(await findings(page)).toEqual([])
    })
  })
}
