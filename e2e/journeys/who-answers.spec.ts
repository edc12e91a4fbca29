import { composer } from '../pages/composer.ts'
import { runOn } from '../pages/run.ts'
import { expect, test } from './journey.ts'

test('Quick asks three members, the chairman’s model reviews as well', async ({ page }) => {
  await page.goto('/')
  await composer(page).ask('How do councils decide?', { council: 'Quick' })
  const run = runOn(page)
  await run.finalText()
  await expect(run.members.getByRole('listitem')).toHaveCount(3)
  await expect(run.matrix.getByRole('columnheader', { name: /^Ballot of/ })).toHaveCount(4)
})

test('Standard asks four members and a fifth writes the verdict', async ({ page }) => {
  await page.goto('/')
  await expect(composer(page).picker).toHaveText(/^Who answers: Standard≈ \d+ s · free$/)
  await composer(page).ask('How do councils decide?', { council: 'Standard' })
  const run = runOn(page)
  await run.finalText()
  await expect(run.members.getByRole('listitem')).toHaveCount(4)
  await expect(run.verdict).toContainText('Editor')
  await expect(run.matrix.getByRole('columnheader', { name: /^Ballot of/ })).toHaveCount(4)
  await expect(run.matrix.getByRole('rowheader')).toHaveCount(4)
})

test('one single model answers alone', async ({ page }) => {
  await page.goto('/')
  await composer(page).ask('How do councils decide? [[chair: slow]]', {
    council: 'Single model',
    model: 'Analyst',
  })
  const run = runOn(page)
  await run.finalText()
  await expect(run.verdict).toContainText(/^Answer\s*by Analyst/)
  await expect(run.members).toHaveCount(0)
  await expect(run.ballots).toHaveCount(0)
})

test('whoever answers is badged as offline demo wherever it appears', async ({ page }) => {
  const said = /offline demo, not a language model/
  await page.goto('/')
  await expect(page.getByRole('figure', { name: 'A recorded run' })).toContainText(said)
  await composer(page).isAlive()
  await composer(page).picker.click()
  // of the presets and of the models
  await expect(composer(page).choices.getByText(said)).toHaveCount(2)
  await page.keyboard.press('Escape')
  await composer(page).ask('Why? [[all: stall]]')
  const run = runOn(page)
  await expect(run.article).toContainText(said)
  await expect(run.members.getByText(said)).toHaveCount(3)
  await run.stop.click()
})
