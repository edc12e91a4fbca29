import { expect, type Page } from '@playwright/test'

/** The thread beside a conversation, and how messages lead there. */
export function threadsOn(page: Page) {
  const panel = page.getByRole('region', { name: /^Thread about/ })
  const field = panel.getByRole('textbox', { name: 'Your question' })
  const runs = panel.locator('article[aria-labelledby]')
  return {
    panel,
    field,
    runs,
    /** The conversation that the thread is beside. */
    conversation: page.locator('[data-conversation]'),
    send: panel.getByRole('button', { name: 'Ask' }),
    close: panel.getByRole('link', { name: 'Close the thread' }),
    picker: panel.getByRole('button', { name: /^Who answers:/ }),
    others: panel.getByRole('navigation', { name: 'Other threads about this message' }),
    reply: (name: string) => page.getByRole('link', { name: `Reply to ${name}`, exact: true }),
    /** "2 replies" at the message of that name. */
    replies: (count: string, name: string) => page.getByRole('link', { name: `${count} to ${name}`, exact: true }),

    /** Asks in the open thread and waits until the answer is whole. */
    async ask(question: string) {
      const before = await runs.count()
      await field.fill(question)
      await panel.getByRole('button', { name: 'Ask' }).click()
      await expect(runs).toHaveCount(before + 1)
      await expect(runs.last().getByRole('group', { name: 'Receipt' })).toBeVisible()
    },
  }
}
