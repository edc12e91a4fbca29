import { composer } from '../pages/composer.ts'
import { runOn, seenGrowing } from '../pages/run.ts'
import { layoutShifts } from '../pages/watched-browser.ts'
import { expect, PHONE, test, WIDE } from './journey.ts'

/** One seat is slow in every stage, so that each can be looked at. */
const QUESTION = 'Microservices or a monolith? [[skeptic: slow]] [[skeptic: slow review]] [[chair: slow]]'

for (const [name, device] of [
  ['a wide screen', WIDE],
  ['a phone', PHONE],
] as const) {
  test.describe(`on ${name}`, () => {
    test.use(device)

    test('a question is answered in three stages that stream while they happen, and nothing on the page moves', async ({
      page,
    }) => {
      await page.goto('/')
      await composer(page).ask(QUESTION)
      const run = runOn(page)
      const streams = [seenGrowing(run.answerOf('Skeptic')), seenGrowing(run.verdict)]
      await expect(run.question).toHaveText(QUESTION)
      await expect(run.stop).toBeInViewport()

      await test.step('members answer side by side', async () => {
        await expect(run.stages).toHaveText(/Answers [0-2]\/3Reviews.*Verdict/)
        await expect(run.stageNow).toHaveText(/^Answers/)
        if (device === PHONE) await page.getByRole('radio', { name: /^Skeptic/ }).check()
        await streams[0]
        await expect(run.stageNow).toHaveText('Answers 2/3')
        await expect(run.answerOf('Skeptic')).toBeVisible()
      })

      await test.step('ballots are sealed until all are in', async () => {
        await expect(run.ballots).toContainText('Ballots, sealed until all are in')
        await expect(run.ballots.getByRole('listitem')).toHaveCount(4)
        await expect(run.ballots.getByText('sealed', { exact: true }).first()).toBeVisible()
        await expect(run.stageNow).toHaveText(/^Reviews [1-3]\/4$/)
        await expect(run.matrix).toHaveCount(0)
      })

      await test.step('the verdict is written where its place was kept, and the evidence steps back', async () => {
        await streams[1]
        await expect(run.verdict).toContainText('Verdict')
        await expect(run.verdict).toBeInViewport()
        await expect(run.dock).toBeInViewport()
        await expect(run.stages).toHaveCount(0)
      })

      await test.step('the end shows ballots, ranking, consensus and what it took', async () => {
        await run.finalText()
        await expect(run.stop).toHaveCount(0)
        await expect(run.receipt).toHaveText(/^\d+(\.\d)? s · [\d.]+k? tokens · free/)
        await expect(run.matrix.getByRole('rowheader')).toHaveCount(3)
        await expect(run.matrix.getByText(/^0\.\d\d$|^1\.00$/)).toHaveCount(3)
        await expect(run.ballots).toContainText(/Judges .*, 4 ballots|Too few ballots to say/)
        await expect(page.getByRole('status')).toHaveText('The answer is ready.')
      })

      expect(await layoutShifts(page)).toEqual([])
      expect(await page.evaluate(() => window.scrollY)).toBe(0)
    })
  })
}

test('a follow-up stands under the first question, pinned to the top', async ({ page }) => {
  await page.goto('/')
  await composer(page).ask('How large should an emergency fund be?', {
    council: 'Single model',
    model: 'Editor (offline demo)',
  })
  await runOn(page).finalText()
  await composer(page).field.fill('And for a freelancer? [[chair: slow]]')
  await composer(page).send.click()
  const second = runOn(page)
  await expect(second.question).toHaveText('And for a freelancer? [[chair: slow]]')
  await expect(page.locator('article[aria-labelledby]')).toHaveCount(2)
  await expect.poll(async () => (await second.question.boundingBox())?.y).toBeLessThan(120)
  await expect(composer(page).field).toHaveValue('')
  await second.finalText()
})
