import { chromium, type Page } from '@playwright/test'
import { findChromium } from '../../scripts/chromium.mjs'
import type { Row } from '../row.ts'

const TURNS = 250
const LIMIT_MS = 50
const WHEEL_STEPS = 240
const STEP_PX = 700

/** The longest task of a browser's main thread while somebody scrolls through a conversation of 500 messages. */
export const scroll: Row = {
  name: 'scroll',
  async run({ product, say }) {
    say('scrolling')
    const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: ['--no-sandbox'] })
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
      await open(page, product.url)
      const tasks = await scrollThrough(page)
      const longest = Math.max(0, ...tasks)
      return [
        {
          metric: `longest task while scrolling ${2 * TURNS} messages`,
          target: `≤ ${LIMIT_MS} ms`,
          value: longest === 0 ? `none over ${LIMIT_MS} ms` : `${longest.toFixed(0)} ms`,
          isMet: longest <= LIMIT_MS,
          note: `${WHEEL_STEPS} turns of the wheel down and up again, ${tasks.length} tasks over ${LIMIT_MS} ms`,
        },
      ]
    } finally {
      await browser.close()
    }
  },
}

async function open(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/import`)
  await page.getByLabel('Choose files').setInputFiles([conversation()])
  await page.getByRole('list', { name: 'Files' }).getByRole('link', { name: 'Long' }).click()
  await page.getByRole('heading', { level: 2 }).last().waitFor()
  // alive and at rest: scrolling is measured, not loading
  await page.reload({ waitUntil: 'networkidle' })
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 10_000 })))
}

async function scrollThrough(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const tasks: number[] = []
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) tasks.push(entry.duration)
    }).observe({ type: 'longtask' })
    Object.assign(window, { longTasks: tasks })
    window.scrollTo(0, 0)
  })
  await page.mouse.move(720, 450)
  for (const direction of [1, -1]) {
    for (let step = 0; step < WHEEL_STEPS; step++) {
      await page.mouse.wheel(0, direction * STEP_PX)
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)))
    }
  }
  return page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks)
}

function conversation() {
  const answer = (i: number) =>
    `Answer ${i} has **words**, \`code\` and a formula $x_${i}^2$.\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n\`\`\`ts\nconst a = ${i}\n\`\`\`\n\nAnd a paragraph that goes on for a line or two, as paragraphs of answers do.`
  const models = ['a/one', 'b/two', 'c/three']
  const messages = Array.from({ length: TURNS }, (_, i) => [
    { role: 'user', content: `Question number ${i + 1} of a long conversation?` },
    {
      role: 'assistant',
      stage1: models.map((model) => ({ model, response: answer(i) })),
      stage2: [],
      stage3: { model: 'a/one', response: answer(i) },
    },
  ]).flat()
  const file = {
    id: '7c9e6679-7425-40de-944b-000000000500',
    created_at: '2025-11-23T10:15:30',
    title: 'Long',
    messages,
  }
  return { name: 'long.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) }
}
