import { findings } from '../pages/axe.ts'
import { composer } from '../pages/composer.ts'
import { beginConversation, FIRST_QUESTION } from '../pages/conversation.ts'
import { runOn } from '../pages/run.ts'
import { threadsOn } from '../pages/threads.ts'
import { expect, PHONE, SCREENS, test, WIDE } from './journey.ts'

test.describe('on a wide screen', () => {
  test.use(WIDE)

  test('a member is replied to beside the conversation, which stays where it is', async ({ page }) => {
    const address = await beginConversation(page)
    const { panel, field, picker, reply, replies, ask, conversation, close } = threadsOn(page)
    await runOn(page).lineOf('Archivist').click()
    const link = reply('Archivist’s answer')
    await link.scrollIntoViewIfNeeded()
    const before = await link.boundingBox()
    await link.click()
    await expect(panel).toBeVisible()
    expect(Math.abs(((await link.boundingBox())?.y ?? 0) - (before?.y ?? 0))).toBeLessThanOrEqual(2)
    await expect(field).toBeFocused()
    await expect(panel).toContainText('Archivist’s answer')
    await expect(picker).toContainText('Archivist')
    const column = await conversation.getByRole('group', { name: 'Verdict' }).boundingBox()
    const beside = await panel.boundingBox()
    expect(column?.width).toBeGreaterThan(540)
    expect((column?.x ?? 0) + (column?.width ?? 0)).toBeLessThanOrEqual(beside?.x ?? 0)

    await ask('Say that shorter')
    await expect(page).toHaveURL(new RegExp(`${address}\\?thread=cnv_\\w+$`))
    await expect(field).toBeFocused()
    await ask('Shorter still')
    await expect(replies('2 replies', 'Archivist’s answer')).toBeVisible()
    await expect(panel.getByRole('heading', { level: 2 })).toHaveText(['Thread', 'Say that shorter', 'Shorter still'])

    await page.reload()
    await expect(panel.getByRole('heading', { name: 'Shorter still' })).toBeVisible()
    await close.click()
    await expect(panel).toHaveCount(0)
    await expect(page).toHaveURL(new RegExp(`${address}$`))
    await page.goBack()
    await expect(panel).toBeVisible()
    await page.goForward()
    await expect(panel).toHaveCount(0)
    await expect(conversation.locator('article[aria-labelledby]')).toHaveCount(1)
  })

  test('threads of one message are listed, and nothing begins before the first question', async ({ page }) => {
    await beginConversation(page)
    const { panel, reply, replies, ask, others, close } = threadsOn(page)
    await reply('the verdict').click()
    await close.click()
    await page.reload()
    await expect(replies('1 reply', 'the verdict')).toHaveCount(0)

    await reply('the verdict').click()
    await ask('Why six months?')
    await reply('the verdict').click()
    await expect(others.getByRole('link')).toHaveText([/^Why six months\?/])
    await ask('What counts as one?')
    await expect(replies('2 replies in 2 threads', 'the verdict')).toBeVisible()
    await others.getByRole('link').click()
    await expect(panel.getByRole('heading', { name: 'Why six months?' })).toBeVisible()
    await expect(panel.getByRole('heading', { name: 'What counts as one?' })).toHaveCount(0)
  })

  test('a thread is begun, left and found again with the keyboard alone', async ({ page }) => {
    await beginConversation(page)
    const { panel, field, reply, replies } = threadsOn(page)
    await reply('the verdict').focus()
    await page.keyboard.press('Enter')
    await expect(field).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(panel).toHaveCount(0)
    await expect(reply('the verdict')).toBeFocused()

    await page.keyboard.press('Enter')
    await expect(field).toBeFocused()
    await page.keyboard.type('Why six months?')
    await page.keyboard.press('Enter')
    await expect(panel.getByRole('group', { name: 'Receipt' })).toBeVisible()
    await expect(field).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(panel).toHaveCount(0)
    await replies('1 reply', 'the verdict').focus()
    await page.keyboard.press('Enter')
    await expect(panel).toBeFocused()
  })

  test('an answer in a thread survives a reload while it is written, and can be stopped', async ({ page }) => {
    await beginConversation(page)
    const { panel, reply, field, runs } = threadsOn(page)
    await reply('the verdict').click()
    await field.fill('Slowly, please [[all: slow]]')
    await field.press('Enter')
    await expect(page).toHaveURL(/\?thread=/)
    await page.reload()
    await expect(panel.getByRole('group', { name: 'Answer' })).toContainText(/Answer[\s\S]{40,}/)
    await panel.getByRole('button', { name: 'Stop' }).click()
    await expect(runs.last()).toContainText('You stopped this run.')
  })

  test('a thread has a page of its own that leads back, and is gone with its conversation', async ({ page }) => {
    const address = await beginConversation(page)
    const { reply, ask } = threadsOn(page)
    await reply('the verdict').click()
    await ask('Why six months?')
    const thread = new URL(page.url()).searchParams.get('thread')
    await page.goto(`/c/${thread}`)
    await expect(runOn(page).question).toHaveText('Why six months?')
    await expect(page.getByText(/^Thread about the verdict in/)).toBeVisible()
    await expect(page.getByRole('link', { name: /^Reply to/ })).toHaveCount(0)
    await page.getByRole('main').getByRole('link', { name: FIRST_QUESTION }).click()
    await expect(page).toHaveURL(new RegExp(`${address}\\?turn=trn_`))
    const removed = await page.request.delete(`/api/v1/conversations/${address.split('/').at(-1)}`)
    expect(removed.ok()).toBe(true)
    expect((await page.request.get(`/c/${thread}`)).status()).toBe(404)
  })
})

test.describe('on a phone', () => {
  test.use(PHONE)

  test('a thread takes the place of the conversation, which is where it was after it', async ({ page }) => {
    await beginConversation(page)
    const { panel, reply, field, send, close, runs } = threadsOn(page)
    await reply('the verdict').scrollIntoViewIfNeeded()
    const before = await page.evaluate(() => window.scrollY)
    await reply('the verdict').tap()
    await expect(panel).toBeVisible()
    await expect(panel).toBeFocused()
    expect((await panel.boundingBox())?.width).toBe(390)
    await expect(reply('the verdict')).toBeHidden()
    await field.fill('Why six months?')
    await send.tap()
    await expect(runs.getByRole('group', { name: 'Receipt' })).toBeVisible()
    const box = await field.boundingBox()
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(844)
    await close.tap()
    await expect(panel).toHaveCount(0)
    expect(await page.evaluate(() => window.scrollY)).toBe(before)
  })
})

for (const [name, device] of SCREENS) {
  test.describe(`${name}, looked at by axe`, () => {
    test.use({ ...device, contextOptions: { reducedMotion: 'reduce' } })

    test('nothing is found in a new thread and in one with an answer', async ({ page }) => {
      await beginConversation(page)
      const { reply, ask } = threadsOn(page)
      await reply('the verdict').click()
      expect(await findings(page)).toEqual([])
      await ask('Why six months?')
      expect(await findings(page)).toEqual([])
    })
  })
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a reply is a link, a form and a page', async ({ page }) => {
    await page.goto('/')
    await composer(page).ask(FIRST_QUESTION)
    await expect(runOn(page).receipt).toBeVisible({ timeout: 45_000 })
    const { panel, reply, replies, field, send, close } = threadsOn(page)
    await reply('the verdict').click()
    await expect(panel).toBeVisible()
    await field.fill('Why six months?')
    await send.click()
    await expect(page).toHaveURL(/\/c\/cnv_\w+\?thread=cnv_\w+$/)
    await expect(panel.getByRole('group', { name: 'Receipt' })).toBeVisible({ timeout: 30_000 })
    await close.click()
    await expect(panel).toHaveCount(0)
    await expect(replies('1 reply', 'the verdict')).toBeVisible()
  })
})
