import type { Page } from '@playwright/test'

/** The page of settings, in whatever language it is. */
export function settingsOn(page: Page) {
  return {
    choice: (name: string) => page.getByRole('main').getByRole('radio', { name, exact: true }),
    council: page.getByRole('main').locator('select[name=council]'),
    said: (text: string) => page.getByRole('main').getByRole('status').filter({ hasText: text }),
  }
}
