import { findings } from '../pages/axe.ts'
import { composer } from '../pages/composer.ts'
import { settingsOn } from '../pages/settings.ts'
import { expect, PHONE, test } from './journey.ts'

// the page that is not there answers 404
test.use({ provoked: /status of 404/ })

test('the language is chosen at once, for every page, and stays', async ({ page }) => {
  await page.goto('/')
  await composer(page).ask('How do councils decide?', { council: 'Single model' })
  await page.getByRole('link', { name: 'Settings' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  const settings = settingsOn(page)
  await settings.choice('Deutsch').check()
  await expect(page.getByRole('heading', { name: 'Einstellungen', level: 1 })).toBeVisible()
  await expect(settings.said('Gespeichert.')).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await expect(page).toHaveTitle('Einstellungen · LLM Council')
  await expect(
    page.getByRole('navigation', { name: 'Gespräche' }).getByRole('heading', { name: 'Heute' }),
  ).toBeVisible()

  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mehrere Modelle antworten. Eine Antwort gilt.')
  await page.goto('/nowhere')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Unter dieser Adresse gibt es nichts')
})

test.describe('a browser that asks for French', () => {
  test.use({ locale: 'fr-CA' })

  test('gets French, and the API answers in English all the same', async ({ page }) => {
    await page.goto('/settings')
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
    await expect(settingsOn(page).choice('Comme le navigateur (Français)')).toBeChecked()
    const refused = await page.request.get('/api/v1/conversations/cnv_nothing')
    expect(((await refused.json()) as { error: { message: string } }).error.message).toBe(
      'Send the API token as a bearer, or the cookie of a guest.',
    )
  })
})

test('theme, density and motion are in the first byte', async ({ page }) => {
  await page.goto('/settings')
  const settings = settingsOn(page)
  const html = page.locator('html')
  const row = page.getByRole('link', { name: 'New question' }).first()
  const comfortable = await row.evaluate((element) => element.getBoundingClientRect().height)
  for (const name of ['Dark', 'Compact', 'Reduced']) {
    await settings.choice(name).check()
    await expect(settings.choice(name)).toBeChecked()
  }
  await expect(html).toHaveAttribute('data-motion', 'reduce')
  await expect(html).toHaveAttribute('data-density', 'compact')
  await expect(html).toHaveAttribute('data-theme', 'dark')
  // the toggle in the sidebar stands beside it
  await expect(page.getByRole('complementary').getByRole('radio', { name: 'Dark' })).toBeChecked()
  expect(await row.evaluate((element) => element.getBoundingClientRect().height)).toBeLessThan(comfortable)

  const response = await page.reload()
  expect(await response?.text()).toMatch(/<html[^>]*data-theme="dark" data-density="compact" data-motion="reduce"/)
  const animated = await page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((element) => getComputedStyle(element).animationName !== 'none')
        .length,
  )
  expect(animated).toBe(0)
})

test('the council chosen there is the one a new question is given to', async ({ page }) => {
  await page.goto('/settings')
  const settings = settingsOn(page)
  await expect(settings.council).toHaveValue('standard')
  await settings.council.selectOption('quick')
  await expect(settings.said('Saved.')).toBeVisible()
  await page.goto('/')
  await expect(composer(page).picker).toHaveAccessibleName(/Quick/)
})

for (const [locale, words] of [
  ['de-DE', { field: 'Ihre Frage', ask: 'Fragen', receipt: 'Beleg', verdict: 'Urteil', own: 'eigene Antwort' }],
  [
    'fr-FR',
    { field: 'Votre question', ask: 'Demander', receipt: 'Reçu', verdict: 'Verdict', own: 'sa propre réponse' },
  ],
] as const) {
  test.describe(`a run in ${locale}`, () => {
    test.use({ locale })

    test('is told in that language while it lasts and after, by server and browser alike', async ({ page }) => {
      await page.goto('/')
      await page.getByRole('textbox', { name: words.field }).fill('How do councils decide? [[skeptic: fail]]')
      await page.getByRole('button', { name: words.ask, exact: true }).click()
      await page.waitForURL(/\/c\/cnv_\w+$/)
      await expect(page.getByRole('group', { name: words.receipt })).toBeVisible({ timeout: 45_000 })
      // read again it comes from the server: the journey fails on what the browser would write otherwise
      await page.reload()
      await expect(page.getByRole('group', { name: words.verdict })).toBeVisible()
      await expect(page.getByText(words.own).first()).toBeAttached()
      await page.waitForLoadState('networkidle')
    })
  })
}

test('where Enter is a new line, Ctrl and Enter ask', async ({ page }) => {
  await page.goto('/settings')
  await settingsOn(page).choice('New line').check()
  await expect(settingsOn(page).said('Saved.')).toBeVisible()
  await page.goto('/')
  await composer(page).isAlive()
  await composer(page).field.fill('How do councils')
  await page.keyboard.press('Enter')
  await expect(composer(page).field).toHaveValue('How do councils\n')
  await page.keyboard.type('decide?')
  await page.keyboard.press('Control+Enter')
  await page.waitForURL(/\/c\/cnv_\w+$/)
})

test('a cookie full of garbage is the default', async ({ page, context, baseURL }) => {
  await context.addCookies([{ name: 'settings', value: 'theme=%F0&language=xx&council=../..', url: baseURL as string }])
  await page.goto('/settings')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(settingsOn(page).choice('Comfortable')).toBeChecked()
})

for (const device of [{}, PHONE]) {
  test.describe(`axe, ${'isMobile' in device ? 'phone' : 'wide'}`, () => {
    test.use({ ...device, locale: 'de-DE', contextOptions: { reducedMotion: 'reduce' } })

    test('finds nothing on the settings in German, comfortable or compact', async ({ page }) => {
      await page.goto('/settings')
      expect(await findings(page)).toEqual([])
      await settingsOn(page).choice('Kompakt').check()
      await expect(page.locator('html')).toHaveAttribute('data-density', 'compact')
      expect(await findings(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    })
  })
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('settings are a form with a button', async ({ page }) => {
    await page.goto('/settings')
    const settings = settingsOn(page)
    await settings.choice('Español').check()
    await settings.choice('Compact').check()
    await settings.council.selectOption('quick')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ajustes')
    await expect(settings.said('Guardado.')).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('data-density', 'compact')
    await expect(settings.choice('Compacta')).toBeChecked()
    await expect(settings.council).toHaveValue('quick')
  })
})
