import { expect, type Page } from '@playwright/test'
import { composer } from './composer.ts'

const DAY_MS = 86_400_000

/** Makes `page` a visitor and gives them `count` conversations, "Old 1" two days ago and each older one a day before. */
export async function importMany(page: Page, count: number): Promise<void> {
  await page.goto('/')
  await composer(page).ask('How do councils decide?', { council: 'Single model' })
  const now = Date.now()
  const files = Array.from({ length: count }, (_, i) => ({
    id: `7c9e6679-7425-40de-944b-${String(i).padStart(12, '0')}`,
    created_at: new Date(now - (i + 2) * DAY_MS).toISOString(),
    title: `Old ${i + 1}`,
    messages: [{ role: 'user', content: `What was asked on day ${i + 1}?` }],
  }))
  const { origin } = new URL(page.url())
  const answer = await page.request.post('/api/v1/conversations/import', { data: files, headers: { origin } })
  expect(answer.status()).toBe(201)
}
