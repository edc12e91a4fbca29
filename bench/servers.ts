import { existsSync } from 'node:fs'
import net, { type AddressInfo } from 'node:net'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { servingEnv } from '../scripts/lib/serve.mjs'
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
export async function startProduct(input: { upstreamUrl: string; dataDir: string; probe?: string }): Promise<Running> {
  const distDir = process.env.NEXT_DIST_DIR ?? '.next'
  if (!isBuilt(distDir)) throw new Error(`There is no build in ${distDir}: run "npm run build" first.`)
  const started = await startNext([], input.probe ?? '/health', {
    ...servingEnv(),
    NEXT_DIST_DIR: distDir,
    DATA_DIR: input.dataDir,
    API_TOKEN: TOKEN,
    OPENAI_COMPATIBLE_NAME: 'fake',
    OPENAI_COMPATIBLE_BASE_URL: `${input.upstreamUrl}/v1`,
    OPENAI_COMPATIBLE_API_KEY: 'x',
    OPENAI_COMPATIBLE_MODELS: MODELS.join(','),
    OLLAMA_BASE_URL: 'off',
    DEMO_PACE: '0',
    // what the process can do is measured, not what one provider is to be burdened with
    PROVIDER_MAX_IN_FLIGHT: '10000',
  })
  return { name: 'product', headers: { authorization: `Bearer ${TOKEN}` }, ...started }
}

/** The same nine calls in a Next.js app with two routes and nothing else. */
export async function startBareNext(upstreamUrl: string): Promise<Running> {
  bareBuild ??= buildBareNext()
  await bareBuild
  const env = { CONTROL_BASE_URL: `${upstreamUrl}/v1`, CONTROL_MODELS: MODELS.join(',') }
  return { name: 'bare Next', headers: {}, ...(await startNext([BARE], '/nothing-here', env)) }
}

let bareBuild: Promise<void> | null = null

async function buildBareNext(): Promise<void> {
  const build = startChild([NEXT, 'build', BARE], { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' })
  await build.ended
  if (!isBuilt(`${BARE}/.next`)) throw new Error(`The bare Next app did not build:\n${build.output()}`)
}

/** The same nine calls behind node:http, through the SDK or straight on the wire. */
export async function startNodeCouncil(kind: 'sdk' | 'undici', upstreamUrl: string): Promise<Running> {
  const { url, ...child } = await startScript('controls/node-council.ts', [kind, `${upstreamUrl}/v1`, ...MODELS])
  return { name: kind === 'sdk' ? 'Node + SDK' : 'Node + undici', url, headers: {}, child }
}

/** `next start`; resolves once `probe` is answered with anything below 500. */
async function startNext(
  dir: string[],
  probe: string,
  env: Record<string, string>,
): Promise<{ url: string; child: Child }> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = startChild([NEXT, 'start', ...dir, '-H', '127.0.0.1', '-p', String(port)], {
    NODE_ENV: 'production',
    ...env,
  })
  const until = performance.now() + 60_000
  while (performance.now() < until) {
    const status = await fetch(url + probe).then(
      (response) => response.status,
      () => 0,
    )
    if (status > 0 && status < 500) return { url, child }
    await setTimeout(5)
  }
  await child.stop()
  throw new Error(`no answer at ${url + probe}:\n${child.output()}`)
}

function isBuilt(distDir: string): boolean {
  return existsSync(path.join(ROOT, distDir, 'BUILD_ID'))
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
