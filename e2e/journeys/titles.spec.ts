import { composer } from '../pages/composer.ts'
import { runOn } from '../pages/run.ts'
import { sidebarOn } from '../pages/sidebar.ts'
import { expect, test } from './journey.ts'

// a server is started on new data first
test.setTimeout(120_000)
test.use({ ownSettings: { TITLE_MODEL: '' } })

const QUESTION = 'Please tell me whether a small team should use a monorepo or many repositories for its many services.'

test('a conversation is named by itself after its first answer, wherever its name is shown', async ({
  page,
  ownServer,
}) => {
  await page.goto(ownServer.url)
  await composer(page).ask(QUESTION)
  await page.waitForURL(/\/c\//)
  const { list } = sidebarOn(page)
  const firstWords = /^Please tell me whether a small team/
  await expect(list.getByRole('link', { name: firstWords })).toBeVisible()
  const text = await runOn(page).finalText()
  await expect(list.getByRole('link', { name: firstWords })).toHaveCount(0)
  const title = (await list.getByRole('link', { name: /monorepo/ }).getAttribute('title')) as string
  expect(title.split(' ').length).toBeLessThanOrEqual(7)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(page).toHaveTitle(new RegExp(`^${title}`))
  expect(await runOn(page).finalText()).toBe(text)
})
