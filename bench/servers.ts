import { existsSync } from 'node:fs'
import net, { type AddressInfo } from 'node:net'
import path from 'node:path'
import { type Child, ROOT, startChild, startScript } from './child.ts'
import type { Target } from './trace.ts'

/** A server under measurement: how to speak to it, and its process. */
export type Running = Target & { name: string; child: Child }

const NEXT = path.join(ROOT, 'node_modules/next/dist/bin/next')
const BARE = 'bench/controls/bare-next'
const TOKEN = 'bench-token-0123456789abcdef'

/** The models of the workload, as ids of the fake upstream: four members and a chairman. */
export const MODELS = ['ada', 'bel', 'cyd', 'dov', 'eve'].map((name) => `${name}:ttft=400;n=150;gap=20`)

/** The built product as `next start` serves it, on its own data directory, with the fake upstream as its only provider. */
export async function startProduct(input: { upstreamUrl: string; dataDir: string; wait?: string }): Promise<Running> {
  const distDir = process.env.NEXT_DIST_DIR ?? '.next'
  if (!existsSync(path.join(ROOT, distDir, 'BUILD_ID'))) throw new Error(`No build in ${distDir}: run npm run build first.`)
  const child = startChild([NEXT, 'start', '-H', '127.0.0.1', '-p', String(await freePort())], {
    NEXT_DIST_DIR: distDir,
    NEXT_MANUAL_SIG_HANDLE: 'true',
    NODE_ENV: 'production',
    DATA_DIR: input.dataDir,
    API_TOKEN: TOKEN,
    OPENAI_COMPATIBLE_NAME: 'fake',
    OPENAI_COMPATIBLE_BASE_URL: `${input.upstreamUrl}/v1`,
    OPENAI_COMPATIBLE_API_KEY: 'x',
    OPENAI_COMPATIBLE_MODELS: MODELS.join(','),
    DEMO_PACE: '0',
  })
  return { name: 'product', ...(await ready(child, input.wait ?? '/health')), headers: { authorization: `Bearer ${TOKEN}` } }
}

/** The same nine calls in a Next.js app with one route and nothing else. Built when it has not been. */
export async function startBareNext(upstreamUrl: string): Promise<Running> {
  if (!existsSync(path.join(ROOT, BARE, '.next/BUILD_ID'))) await buildBareNext()
  const child = startChild([NEXT, 'start', BARE, '-H', '127.0.0.1', '-p', String(await freePort())], {
    NEXT_DIST_DIR: '.next',
    NODE_ENV: 'production',
    CONTROL_BASE_URL: `${upstreamUrl}/v1`,
    CONTROL_MODELS: MODELS.join(','),
  })
  return { name: 'bare Next', ...(await ready(child, '/nothing-here')), headers: {} }
}

/** The same nine calls behind node:http, through the SDK or straight on the wire. */
export async function startNodeCouncil(kind: 'sdk' | 'undici', upstreamUrl: string): Promise<Running> {
  const { url, ...child } = await startScript('controls/node-council.ts', [kind, `${upstreamUrl}/v1`, ...MODELS])
  return { name: kind === 'sdk' ? 'Node + SDK' : 'Node + undici', url, headers: {}, child }
}

async function buildBareNext(): Promise<void> {
  const build = startChild([NEXT, 'build', BARE], { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' })
  await new Promise<void>((resolve, reject) => {
    const poll = setInterval(() => {
      if (existsSync(`/proc/${build.pid}/fd`) && build.rssKb() > 0) return
      clearInterval(poll)
      if (existsSync(path.join(ROOT, BARE, '.next/BUILD_ID'))) resolve()
      else reject(new Error(`bare Next did not build:\n${build.output()}`))
    }, 200)
  })
}

/** Waits until the server answers anything below 500 at `probe`. */
async function ready(child: Child, probe: string): Promise<{ child: Child; url: string }> {
  const url = await urlOf(child)
  const until = performance.now() + 60_000
  while (performance.now() < until) {
    const status = await fetch(url + probe).then(
      (response) => response.status,
      () => 0,
    )
    if (status > 0 && status < 500) return { child, url }
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error(`no answer at ${url + probe}:\n${child.output()}`)
}
