// Makes docs/screens: one sheet of every state × wide and phone × light and dark, and a few whole pictures for README.
// `npm run screens` starts a development server of its own; SCREENS_URL names one that is running already.
import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test'
import { ensureChromium } from './chromium.mjs'
import { nodeBinary, ROOT, toolEntry } from './lib/paths.mjs'
import { anyFreePort } from './lib/port.mjs'

const OUT = path.join(ROOT, 'docs/screens')
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run']
const SCHEMES = ['light', 'dark'] as const
const DEVICES: Record<'wide' | 'phone', BrowserContextOptions> = {
  wide: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
}
const HEROES = new Set(['answering wide light', 'completed wide light', 'completed wide dark', 'completed phone dark'])

type Shot = { state: string; device: keyof typeof DEVICES; scheme: (typeof SCHEMES)[number]; png: Buffer }

const server = process.env.SCREENS_URL ? { url: process.env.SCREENS_URL, stop() {} } : await startServer()
try {
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: FLAGS })
  mkdirSync(OUT, { recursive: true })
  const shots = await takeShots(browser, server.url)
  for (const shot of shots) {
    const name = `${shot.state} ${shot.device} ${shot.scheme}`
    if (HEROES.has(name)) writeFileSync(path.join(OUT, `${name.replaceAll(' ', '-')}.png`), shot.png)
  }
  writeFileSync(path.join(OUT, 'sheet.png'), await makeSheet(browser, shots))
  await browser.close()
  console.log(`${shots.length} pictures looked like this: ${path.relative(ROOT, OUT)}/sheet.png`)
} finally {
  server.stop()
}

async function takeShots(browser: Browser, url: string): Promise<Shot[]> {
  const shots: Shot[] = []
  for (const device of ['wide', 'phone'] as const) {
    for (const scheme of SCHEMES) {
      const context = await browser.newContext({ ...DEVICES[device], colorScheme: scheme, reducedMotion: 'reduce' })
      const page = await context.newPage()
      for (const state of await statesOf(page, url)) {
        shots.push({ state, device, scheme, png: await takeShot(page, `${url}/dev/ui?state=${state}`) })
      }
      await context.close()
    }
  }
  return shots
}

/** The states that the page itself shows. */
async function statesOf(page: Page, url: string): Promise<string[]> {
  await page.goto(`${url}/dev/ui`)
  const states = await page
    .locator('[data-run-state]')
    .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-run-state') ?? ''))
  if (states.length === 0) throw new Error(`${url}/dev/ui shows no states. Is DEV_UI=1 set?`)
  return states
}

async function takeShot(page: Page, url: string): Promise<Buffer> {
  await page.goto(url, { waitUntil: 'load' })
  await page.addStyleTag({ content: 'nextjs-portal { display: none }' })
  await page.evaluate(() => document.fonts.ready)
  // The clock appears when the page has come alive.
  await page.waitForFunction(() => document.querySelector('article')?.textContent?.match(/\d s/))
  // A run that goes on fills the screen; one that has ended is as long as it is.
  const isLive = await page.getByRole('button', { name: 'Stop' }).isVisible()
  return page.screenshot({ fullPage: !isLive })
}

/** All pictures on one, a row for each state. */
async function makeSheet(browser: Browser, shots: Shot[]): Promise<Buffer> {
  const states = [...new Set(shots.map((shot) => shot.state))]
  const cell = (shot: Shot) =>
    `<img class="${shot.device}" src="data:image/png;base64,${shot.png.toString('base64')}" alt="">`
  const rows = states.map((state) => {
    const own = shots.filter((shot) => shot.state === state)
    return `<h2>${state}</h2><div>${own.map(cell).join('')}</div>`
  })
  const page = await browser.newPage({ viewport: { width: 1072, height: 800 } })
  await page.setContent(`<!doctype html><style>
    body { margin: 24px; background: #8a867f; font: 12px ui-monospace, monospace; color: #fff }
    h2 { font: inherit; margin: 0 0 6px } div { display: flex; gap: 12px; margin-bottom: 18px }
    div { align-items: flex-start } .wide { width: 384px } .phone { width: 111px }
  </style>${rows.join('')}`)
  const png = await page.screenshot({ fullPage: true })
  await page.close()
  return png
}

async function startServer() {
  const port = String(await anyFreePort())
  const env = { ...process.env, NEXT_DIST_DIR: '.next-screens', NEXT_TELEMETRY_DISABLED: '1', DEV_UI: '1' }
  const child = spawn(nodeBinary(), [toolEntry('next'), 'dev', '-p', port], { cwd: ROOT, env, stdio: 'ignore' })
  const url = `http://localhost:${port}`
  for (let tries = 0; tries < 120; tries++) {
    const isUp = await fetch(`${url}/dev/ui`).then(
      (response) => response.ok,
      () => false,
    )
    if (isUp) return { url, stop: () => void child.kill() }
    await new Promise((resolve) => setTimeout(resolve, 1_000))
  }
  child.kill()
  throw new Error('The development server did not come up within two minutes.')
}
