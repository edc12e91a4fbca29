import { startUpstream, type Upstream } from '../../bench/upstream/server.ts'
import { findings } from '../pages/axe.ts'
import { composer } from '../pages/composer.ts'
import { runOn } from '../pages/run.ts'
import { type Server, startServer } from '../server.ts'
import { expect, test as journey, SCREENS } from './journey.ts'

type Fault = { fault: string; times?: number; at?: number }

/** Three providers at once on one fake upstream, each over its own wire, and one model that nobody knows a price of. */
const test = journey.extend<object, { upstream: Upstream; product: Server }>({
  upstream: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from here
    async ({}, use) => {
      const upstream = await startUpstream()
      await use(upstream)
      await upstream.close()
    },
    { scope: 'worker' },
  ],
  product: [
    async ({ upstream }, use) => {
      const product = await startServer({
        env: {
          ...{ OPENAI_API_KEY: 'sk-one', OPENAI_BASE_URL: `${upstream.url}/v1`, OPENAI_MODELS: 'gpt-5.1,gpt-5-mini' },
          ...{ ANTHROPIC_API_KEY: 'sk-two', ANTHROPIC_BASE_URL: `${upstream.url}/v1` },
          ...{ ANTHROPIC_MODELS: 'claude-sonnet-4-5,claude-haiku-4-5' },
          ...{ GEMINI_API_KEY: 'three', GOOGLE_BASE_URL: `${upstream.url}/v1beta` },
          ...{ GOOGLE_MODELS: 'gemini-2.5-pro,gemini-2.5-flash,mystery-1' },
        },
      })
      await use(product)
      await product.stop()
    },
    { scope: 'worker' },
  ],
  servers: async ({ product }, use) => use([product]),
})

test.setTimeout(120_000)

/** Everybody answers briskly but for the model that is struck. */
function script(upstream: Upstream, model = 'nobody', struck: Fault = { fault: 'none' }): void {
  const brisk = { ttft: 100, n: 40, gap: 8 }
  const rule = { model, physics: { ...brisk, ...struck } as object }
  upstream.script([...(model === 'nobody' ? [] : [rule]), { physics: brisk }])
}

for (const [name, device] of SCREENS) {
  test.describe(name, () => {
    test.use(device)

    test('three providers answer one question, and what they cost is told as far as it is known', async ({
      page,
      product,
      upstream,
    }) => {
      script(upstream)
      await page.goto(product.url)
      await composer(page).isAlive()
      await composer(page).ask('What is a good way to store passwords?', { council: 'Standard' })
      const run = runOn(page)
      await run.finalText()
      await expect(run.notice).toHaveCount(0)
      for (const member of ['GPT-5.1', 'Claude Haiku 4.5', 'Gemini 2.5 Pro', 'Mystery 1'])
        await expect(run.lineOf(member)).toBeVisible()
      await expect(run.receipt).toContainText(/≥ \$0\.\d+, 2 unpriced/)
      await run.receiptButton.click()
      await expect(run.calls.getByRole('row').filter({ hasText: 'anthropic/claude-sonnet-4-5' })).toHaveCount(1)
      expect(await findings(page)).toEqual([])

      await page.goto(`${product.url}/models?provider=google`)
      // the table of a wide screen and the cards of a phone are both there
      for (const told of ['google/mystery-1', 'unpriced', '$1.25 in'])
        await expect(page.getByText(told, { exact: true }).filter({ visible: true }).first()).toBeVisible()
      expect(await findings(page)).toEqual([])
    })
  })
}

for (const [how, model, struck, said] of [
  ['is out of order', 'gpt-5.1', { fault: '503', times: 99 }, /GPT-5.1.+ took its place/],
  ['breaks off', 'haiku', { fault: 'cut', at: 10, times: 99 }, /Claude Haiku 4.5.+ took its place/],
  ['declines', 'haiku', { fault: 'refusal', times: 99 }, /Claude Haiku 4.5.+ took its place/],
  ['has disappeared', 'gemini-2.5-pro', { fault: '404', times: 99 }, /Gemini 2.5 Pro.+ took its place/],
  [
    'has too small a window',
    'gemini-2.5-pro',
    { fault: 'context', times: 99 },
    /more to read than fits into Gemini 2.5 Pro. .+ took its place/,
  ],
] as [string, string, Fault, RegExp][]) {
  test(`a member that ${how} is stood in for, and that is said above the evidence`, async ({
    page,
    product,
    upstream,
  }) => {
    script(upstream, model, struck)
    await page.goto(product.url)
    await composer(page).isAlive()
    await composer(page).ask('Why is the sky blue?', { council: 'Standard' })
    const run = runOn(page)
    await run.finalText()
    await expect(run.notice).toContainText(said)
    await expect(run.matrix.getByRole('rowheader')).toHaveCount(4)
  })
}

test('a key that is refused everywhere ends the run with the names of the providers, and the page of providers says so', async ({
  page,
  product,
  upstream,
}) => {
  script(upstream, '', { fault: '401', times: 999 })
  await page.goto(`${product.url}/status`)
  await expect(page.getByRole('heading', { name: 'anthropic' })).toBeVisible()
  const asked = await page.context().newPage()
  await asked.goto(product.url)
  await composer(asked).isAlive()
  await composer(asked).ask('Why is the sky blue?', { council: 'Standard' })
  await expect(runOn(asked).notice).toContainText('The key for GPT-5.1 was not accepted.')
  await expect(runOn(asked).article).not.toContainText('sk-')
  // pushed, while nobody touched the page
  await expect(page.getByText('Not let in').first()).toBeVisible()
  expect(await findings(page)).toEqual([])
})
