import type { Page } from '@playwright/test'
import { composer } from './composer.ts'
import { runOn } from './run.ts'

export const FIRST_QUESTION = 'How large should an emergency fund be?'

/** A conversation with one settled answer of a council; answers its address. */
export async function beginConversation(page: Page, question = FIRST_QUESTION): Promise<string> {
  await page.goto('/')
  await composer(page).isAlive()
  await composer(page).ask(question)
  await runOn(page).finalText()
  return new URL(page.url()).pathname
}
