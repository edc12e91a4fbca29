import { composer } from '../pages/composer.ts'
import { filmOf, startFilming } from '../pages/film.ts'
import { runOn } from '../pages/run.ts'
import { layoutShifts } from '../pages/watched-browser.ts'
import { expect, SCREENS, test } from './journey.ts'

/** One seat is slow in every stage, so that each takes long enough to be looked at. */
const QUESTION = 'Microservices or a monolith? [[skeptic: slow]] [[skeptic: slow review]] [[chair: slow]]'

for (const [name, device] of SCREENS) {
  test.describe(name, () => {
    test.use(device)

    test('a question is answered in three stages that stream while they happen, and nothing moves', async ({
      page,
    }) => {
      await startFilming(page)
      await page.goto('/')
      await composer(page).isAlive()
      // key by key: the box grows under the visitor's own hands
      await composer(page).field.pressSequentially(QUESTION)
      await composer(page).ask(QUESTION)
      const run = runOn(page)
      await expect(run.question).toHaveText(QUESTION)
      await run.finalText()
      const film = await filmOf(page)
      const during = (stage: RegExp) => film.filter(({ stageNow }) => stage.test(stageNow))

      await test.step('members answer side by side, and their texts grow', () => {
        const answering = during(/^Answers [0-2]\/3$/)
        expect(answering.at(-1)?.stageNow).toBe('Answers 2/3')
        expect(Object.keys(answering[0]?.answers ?? {})).toEqual(['Archivist', 'Skeptic', 'Teacher'])
        expect(new Set(answering.map(({ answers }) => answers.Skeptic)).size).toBeGreaterThan(3)
        expect(answering.every(({ hasStop, hasMatrix }) => hasStop && !hasMatrix)).toBe(true)
      })

      await test.step('ballots are sealed until all are in', () => {
        const reviewing = during(/^Reviews [0-3]\/4$/)
        expect(reviewing.length).toBeGreaterThan(2)
        expect(reviewing.every(({ isSealed, hasMatrix }) => isSealed && !hasMatrix)).toBe(true)
      })

      await test.step('the verdict is written where its place was kept, and the evidence steps back', () => {
        const speaking = film.filter(({ hasDock, hasStop }) => hasDock && hasStop)
        expect(new Set(speaking.map(({ verdict }) => verdict)).size).toBeGreaterThan(2)
        expect(speaking.every(({ stages }) => stages === '')).toBe(true)
      })

      await test.step('the end shows ballots, ranking, consensus and what it took', async () => {
        await expect(run.stop).toHaveCount(0)
        await expect(run.verdict).toBeInViewport()
        await expect(run.receipt).toHaveText(/^\d+(\.\d)? s · [\d.]+k? tokens · free/)
        await expect(run.matrix.getByRole('rowheader')).toHaveCount(3)
        await expect(run.matrix.getByText(/^[01]\.\d\d$/)).toHaveCount(3)
        await expect(run.ballots).toContainText(/Judges .*, 4 ballots|Too few ballots to say/)
        await expect(page.getByRole('status').filter({ hasText: 'The answer is ready.' })).toHaveCount(1)
      })

      expect(await layoutShifts(page)).toEqual([])
      expect(film.every(({ scrollY }) => scrollY === 0)).toBe(true)
    })
  })
}

test('a follow-up stands under the first question, pinned to the top, and stays there', async ({ page }) => {
  await page.goto('/')
  const { ask, field, choose, send } = composer(page)
  await ask('How large should an emergency fund be?', { council: 'Single model', model: 'Editor' })
  await runOn(page).finalText()
  await field.fill('And for a freelancer? [[chair: slow]]')
  await choose('Quick')
  await send.click()
  const second = runOn(page)
  await expect(page.locator('article[aria-labelledby]')).toHaveCount(2)
  await expect(second.question).toHaveText('And for a freelancer? [[chair: slow]]')
  await expect(field).toHaveValue('')
  const top = async () => (await second.question.boundingBox())?.y
  await expect.poll(top).toBeLessThan(120)
  await second.finalText()
  expect(await top()).toBeLessThan(120)
})
