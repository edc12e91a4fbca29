import { expect, type Page } from '@playwright/test'

/** A council by its name, or one model: the first there is, unless it is named. */
export type Who = { council?: string; model?: string }

const SINGLE = 'Single model'

/** The question box, on the landing page and under a conversation. */
export function composer(page: Page) {
  const field = page.getByRole('textbox', { name: 'Your question' })
  const form = page.locator('form').filter({ has: field })
  const send = form.getByRole('button', { name: 'Ask' })
  const picker = form.getByRole('button', { name: /^Who answers:/ })
  const choices = page.getByRole('dialog', { name: 'Who answers' })
  const choice = (name: string) => choices.getByRole('button', { name: new RegExp(`^${name}\\b`) })
  /** What stands in the picker's place where there is no JavaScript. */
  const plain = form.getByRole('combobox', { name: 'Who answers' })

  /** Resolves when the page has come alive, which keys other than plain typing need. */
  async function isAlive() {
    const hasHandlers = () => field.evaluate((element) => Object.keys(element).some((key) => key.startsWith('__react')))
    await expect.poll(hasHandlers).toBe(true)
  }

  async function choose(council: string, model = 'Archivist') {
    await expect(picker.or(plain)).toBeVisible()
    if (await plain.isVisible()) {
      await plain.selectOption(council === SINGLE ? 'single' : council.toLowerCase())
      if (council === SINGLE)
        await form.getByRole('combobox', { name: 'Model' }).selectOption(`${model} (offline demo)`)
      return
    }
    await isAlive()
    await picker.click()
    await choice(council === SINGLE ? model : council).click()
    await expect(choices).toHaveCount(0)
  }

  return {
    field,
    form,
    send,
    /** The sentence that says why a question was not taken. */
    problem: form.getByRole('alert'),
    picker,
    choices,
    choice,
    plain,
    choose,
    isAlive,
    /** The questions that wait for the answer above them. */
    next: page.getByRole('list', { name: 'Next questions' }).getByRole('listitem'),
    pieces: form.getByRole('list', { name: 'Pasted texts' }).getByRole('listitem'),

    /** Fills the box, chooses who answers, sends, and waits for the page of the conversation. */
    async ask(question: string, { council = 'Quick', model }: Who = {}) {
      await field.fill(question)
      await choose(council, model)
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
  }
}
