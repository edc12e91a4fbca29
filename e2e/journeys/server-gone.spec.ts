import { composer } from '../pages/composer.ts'
import { runOn } from '../pages/run.ts'
import { expect, test } from './journey.ts'

// a server is started twice in each, on new data first
test.setTimeout(120_000)
test.use({ provoked: /net::ERR_|Failed to fetch|network error/ })

test('a question that finds no server stays in the box, and is sent when the server is back', async ({
  page,
  ownServer,
}) => {
  await page.goto(ownServer.url)
  const { field, send, problem, choose, isAlive } = composer(page)
  await isAlive()
  await field.fill('Does coffee cost me sleep?')
  await choose('Quick')
  await ownServer.kill('SIGKILL')
  await send.click()
  await expect(problem).toHaveText('The question did not reach the server. It is still here; try again.')
  await expect(field).toHaveValue('Does coffee cost me sleep?')
  await expect(send).toBeEnabled()

  await ownServer.restart()
  await send.click()
  await page.waitForURL(/\/c\//)
  await runOn(page).finalText()
})

test.describe('in the middle of a run', () => {
  test.use({ ownSettings: { DEMO_PACE: '0.7' } })

  test('a page goes on by itself when the server dies and comes back', async ({ page, ownServer }) => {
    await page.goto(ownServer.url)
    await composer(page).ask('Does coffee cost me sleep? [[skeptic: slow]]')
    // a page of which half has come when the server dies is asked for again by the browser itself, and finds nobody
    await page.reload()
    const run = runOn(page)
    await expect(run.stageNow).toHaveText('Answers 2/3')
    await ownServer.kill('SIGKILL')
    await expect(run.article).toContainText('Reconnecting…')
    await ownServer.restart()
    const text = await run.finalText()
    await page.reload()
    expect(await run.finalText()).toBe(text)
    await run.receiptButton.click()
    await expect(run.calls.getByRole('row').filter({ hasText: 'attempt 2' })).toHaveCount(1)
  })
})
