import { findings } from '../pages/axe.ts'
import { composer } from '../pages/composer.ts'
import { runOn } from '../pages/run.ts'
import { expect, SCREENS, test } from './journey.ts'

const LOG = Array.from({ length: 80 }, (_, line) => `12:00:${line} worker ${line} gave up`).join('\n')

for (const [name, device] of SCREENS) {
  test.describe(name, () => {
    test.use({ ...device, contextOptions: { reducedMotion: 'reduce' } })

    test('a long pasted text is a line above the box, survives a reload, and is asked with the question', async ({
      page,
    }) => {
      await page.goto('/')
      const { field, pieces, paste, isAlive, ask } = composer(page)
      await isAlive()
      await field.fill('What went wrong?')
      await paste(LOG)
      await expect(pieces).toContainText('12:00:0 worker 0 gave up')
      await expect(pieces).toContainText('80 lines')
      await expect(field).toHaveValue('What went wrong?')
      await page.reload()
      await expect(pieces).toHaveCount(1)
      await pieces.locator('summary').click()
      await expect(page.getByRole('textbox', { name: 'Pasted text 1' })).toHaveValue(LOG)
      expect(await findings(page)).toEqual([])

      await ask('What went wrong?', { council: 'Single model' })
      const run = runOn(page)
      await expect(run.question).toHaveText('What went wrong?')
      const pasted = run.article.getByRole('list', { name: 'Pasted texts' })
      await expect(pasted.getByText('worker 79 gave up')).toBeHidden()
      await pasted.locator('summary').click()
      await expect(pasted.getByText('worker 79 gave up')).toBeVisible()
      await run.finalText()
      await page.goto('/')
      await expect(pieces).toHaveCount(0)
    })

    test('markdown is seen before it is sent as it is shown after', async ({ page }) => {
      await page.goto('/')
      const { field, form, isAlive, ask } = composer(page)
      await isAlive()
      const question = 'Which of these?\n\n1. **Tea** at noon\n2. `coffee` at four\n\n| a | b |\n|---|---|\n| 1 | 2 |'
      await field.fill(question)
      await form.getByRole('button', { name: 'Preview' }).click()
      const preview = page.getByRole('region', { name: 'Preview' })
      await expect(preview.getByRole('listitem').first()).toHaveText('Tea at noon')
      await expect(preview.getByRole('table')).toBeVisible()
      expect(await findings(page)).toEqual([])
      await page.getByRole('button', { name: 'Write', exact: true }).click()
      await expect(field).toBeFocused()
      await expect(field).toHaveValue(question)

      await ask(question, { council: 'Single model' })
      const run = runOn(page)
      await expect(run.question).toHaveText('Which of these?')
      await expect(run.article.locator('header').getByRole('listitem').first()).toHaveText('Tea at noon')
      await run.finalText()
    })
  })
}

test('a draft is kept for each conversation', async ({ page }) => {
  await page.goto('/')
  const { field, ask, paste, pieces } = composer(page)
  await ask('How do councils decide?', { council: 'Single model' })
  await runOn(page).finalText()
  await field.fill('Half a thought')
  await paste(LOG)
  await page.getByRole('link', { name: 'New question' }).first().click()
  await expect(page).toHaveURL(/\/$/)
  await expect(field).toHaveValue('')
  await expect(pieces).toHaveCount(0)
  await page.goBack()
  await expect(field).toHaveValue('Half a thought')
  await expect(pieces).toHaveCount(1)
})
