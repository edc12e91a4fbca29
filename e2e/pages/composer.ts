import { expect, type Page } from '@playwright/test'

export type Who = { council?: 'Quick' | 'Standard' | 'Single model'; model?: string }

/** The question box, on the landing page and under a conversation. */
export function composer(page: Page) {
  const field = page.getByRole('textbox', { name: 'Your question' })
  const form = page.locator('form').filter({ has: field })
  const send = form.getByRole('button', { name: 'Ask' })
  return {
    field,
    form,
    send,
    /** The sentence that says why a question was not taken. */
    problem: form.getByRole('alert'),
    choice: (name: string) => form.getByRole('radio', { name, exact: true }),
    /** The questions that wait for the answer above them. */
    next: page.getByRole('list', { name: 'Next questions' }).getByRole('listitem'),
    pieces: form.getByRole('list', { name: 'Pasted texts' }).getByRole('listitem'),
    model: form.getByRole('combobox', { name: 'Model' }),

    /** Fills the box, chooses who answers, sends, and waits for the page of the conversation. */
    async ask(question: string, { council = 'Quick', model }: Who = {}) {
      await field.fill(question)
      await form.getByRole('radio', { name: council, exact: true }).check()
      if (model) await form.getByRole('combobox', { name: 'Model' }).selectOption({ label: model })
      await send.click()
      await page.waitForURL(/\/c\/cnv_\w+$/)
    },

    /** Pastes as a keyboard does. */
    async paste(text: string) {
      await field.evaluate((element, pasted) => {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/plain', pasted)
        element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
      }, text)
    },

    /** Resolves when the page has come alive, which keys other than plain typing need. */
    async isAlive() {
      const hasHandlers = () =>
        field.evaluate((element) => Object.keys(element).some((key) => key.startsWith('__react')))
      await expect.poll(hasHandlers).toBe(true)
    },
  }
}
