import { composer } from '../pages/composer.ts'
import { runOn } from '../pages/run.ts'
import { expect, test } from './journey.ts'

test.use({ javaScriptEnabled: false })

test('a question can be asked and its answer read', async ({ page }) => {
  await page.goto('/')
  await composer(page).ask('Does coffee cost me sleep?')
  const run = runOn(page)
  await expect(run.question).toHaveText('Does coffee cost me sleep?')
  // the running page loads itself again until the answer is there
  await expect(run.receipt).toBeVisible({ timeout: 45_000 })
  await expect(run.verdict).toContainText(/\w+ \w+ \w+/)
  await expect(run.matrix.getByRole('rowheader')).toHaveCount(3)

  // the evidence opens without a script, and the box to ask on is at the foot of the screen
  await run.lineOf('Archivist').click()
  await expect(run.members.locator('details[open]')).toContainText(/\w+ \w+ \w+/)
  await expect(composer(page).send).toBeInViewport()
})

test('one model can be chosen', async ({ page }) => {
  await page.goto('/')
  await composer(page).ask('Does coffee cost me sleep?', { council: 'Single model', model: 'Teacher' })
  await expect(async () => {
    await page.reload()
    await expect(runOn(page).receipt).toBeVisible({ timeout: 500 })
  }).toPass()
  await expect(runOn(page).verdict).toContainText('Teacher')
})

test('an example fills the box', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Microservices or a monolith?' }).click()
  await expect(composer(page).field).toHaveValue('Microservices or a monolith?')
})

for (const [name, text, problem] of [
  ['of blanks', '   ', 'Write a question.'],
  [
    'that is too long',
    'long '.repeat(4_001).trimEnd().padEnd(20_001, '!'),
    'A question has at most 20,000 characters.',
  ],
] as const) {
  test(`a question ${name} comes back with a sentence and its text`, async ({ page }) => {
    await page.goto('/')
    const { field, send, problem: sentence } = composer(page)
    await field.fill(text)
    await send.click()
    await expect(sentence).toHaveText(problem)
    await expect(field).toHaveValue(text)
    await expect(page).toHaveURL(/\/$/)
  })
}
