import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { defineConfig, devices } from '@playwright/test'
import { NOTHING_FROM_DOT_ENV } from './e2e/server.ts'
import { findChromium } from './scripts/chromium.mjs'
import { nodeBinary, toolEntry } from './scripts/lib/paths.mjs'

// Set once here and inherited by the workers, which read this file again.
process.env.E2E_PORT ??= '4310'
process.env.E2E_DATA_DIR ??= mkdtempSync(path.join(os.tmpdir(), 'llm-council-e2e-'))
const baseURL = `http://127.0.0.1:${process.env.E2E_PORT}`
const quote = (text: string) => JSON.stringify(text)

export default defineConfig({
  testDir: 'e2e/journeys',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  forbidOnly: Boolean(process.env.CI),
  // CI gives a second try and names whoever needed it; by hand a race is seen at once.
  retries: process.env.CI ? 1 : 0,
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    ...devices['Desktop Chrome'],
    baseURL,
    locale: 'en-US',
    timezoneId: 'UTC',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findChromium() ?? undefined,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-dev-shm-usage',
        '--disable-background-networking',
        '--disable-component-update',
        '--no-first-run',
      ],
    },
  },
  webServer: {
    command: `${quote(nodeBinary())} ${quote(toolEntry('next'))} start --port ${process.env.E2E_PORT} --hostname 127.0.0.1`,
    url: `${baseURL}/health`,
    timeout: 60_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    env: {
      ...NOTHING_FROM_DOT_ENV,
      NODE_ENV: 'production',
      NEXT_MANUAL_SIG_HANDLE: 'true',
      DATA_DIR: process.env.E2E_DATA_DIR,
      // A brisk human pace: slow enough to see every stage, fast enough to test.
      DEMO_PACE: process.env.DEMO_PACE ?? '0.4',
    },
  },
})
