import { expect, type Page } from '@playwright/test'

/** The list of conversations, in its column or in the drawer of a phone, and what can be done in it. */
export function sidebarOn(page: Page) {
  const list = page.getByRole('navigation', { name: 'Conversations' })
  const more = (title: string) => list.getByRole('button', { name: `More for “${title}”` })
  return {
    list,
    more,
    link: (title: string) => list.getByRole('link', { name: title }),
    heading: (label: string) => list.getByRole('heading', { name: label }),
    choice: (name: string) => page.getByRole('menuitem', { name, exact: true }),
    titleField: list.getByRole('textbox', { name: 'Title' }),
    toast: page.getByRole('status').filter({ hasText: 'Deleted' }),
    undo: page.getByRole('button', { name: 'Undo' }),

    /** Opens the title as a field and writes there, as far as a key that keeps it. */
    async startRenaming(title: string, to: string) {
      await this.choose(title, 'Rename')
      await expect(this.titleField).toBeFocused()
      await page.keyboard.type(to)
    },

    /** Opens a conversation's menu with the keyboard and chooses from it. */
    async choose(title: string, name: string) {
      await more(title).focus()
      await page.keyboard.press('Enter')
      await page.getByRole('menuitem', { name, exact: true }).press('Enter')
    },
  }
}
