import { type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test'
import { watch } from '../pages/watched-browser.ts'
import { type Server, startServer } from '../server.ts'

type Fixtures = {
  /** What a journey provokes on purpose, as the console says it. */
  provoked: RegExp | null
  /** A page in another browser, with no cookie of the first, and watched like it. */
  anotherDevice: (options?: BrowserContextOptions) => Promise<Page>
  /** A server for this journey alone, to be killed. */
  ownServer: Server
  /** What that server is set to beside what all tests set. */
  ownSettings: Record<string, string>
  /** Who is asked in this journey, besides the server that all share. */
  servers: Server[]
}

/** A journey through the built product. It fails on whatever goes wrong in the browser, looked at or not. */
export const test = base.extend<Fixtures>({
  provoked: [null, { option: true }],
  ownSettings: [{}, { option: true }],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from here
  servers: async ({}, use) => use([]),

  context: async ({ context, baseURL, provoked, servers }, use) => {
    const heard = await watch(context, () => [baseURL as string, ...servers.map(({ url }) => url)])
    await use(context)
    expect(heard().filter((line) => !provoked?.test(line))).toEqual([])
  },

  anotherDevice: async ({ browser, baseURL, provoked }, use) => {
    const closing: (() => Promise<void>)[] = []
    const all: (() => string[])[] = []
    await use(async (options) => {
      const context = await browser.newContext(options)
      closing.push(() => context.close())
      all.push(await watch(context, () => [baseURL as string]))
      return context.newPage()
    })
    for (const close of closing) await close()
    expect(all.flatMap((heard) => heard()).filter((line) => !provoked?.test(line))).toEqual([])
  },

  ownServer: async ({ servers, ownSettings }, use) => {
    const server = await startServer({ env: { DEMO_PACE: '0.4', ...ownSettings } })
    servers.push(server)
    await use(server)
    await server.stop()
  },
})

export { expect }

export const WIDE = { viewport: { width: 1440, height: 900 } }
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

/** What most journeys are gone through on. */
export const SCREENS = [
  ['wide', WIDE],
  ['phone', PHONE],
] as const
