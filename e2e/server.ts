import { type ChildProcess, spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { freshDataDir } from './data-dir.ts'

const ROOT = path.resolve(import.meta.dirname, '..')
const NODE = path.join(ROOT, 'node_modules/node/bin/node')
const NEXT = path.join(ROOT, 'node_modules/next/dist/bin/next')

const START_MS = 60_000
const STOP_MS = 35_000

/** Blank counts as set for Next, so that nothing of a developer's `.env` (a database, keys, an address) reaches a test. */
export const NOTHING_FROM_DOT_ENV = {
  DATABASE_URL: '',
  API_TOKEN: '',
  APP_URL: '',
  OPENROUTER_API_KEY: '',
  OPENAI_API_KEY: '',
  ANTHROPIC_API_KEY: '',
  GOOGLE_GENERATIVE_AI_API_KEY: '',
  GEMINI_API_KEY: '',
  GOOGLE_VERTEX_API_KEY: '',
  GOOGLE_VERTEX_PROJECT: '',
  AZURE_API_KEY: '',
  AWS_BEARER_TOKEN_BEDROCK: '',
  BEDROCK_MODELS: '',
  OLLAMA_BASE_URL: 'off',
  CATALOGUE_REFRESH: 'off',
  OPENAI_COMPATIBLE_BASE_URL: '',
  // most tests find their conversations by the first words; those about titles turn it on
  TITLE_MODEL: 'off',
}

export type Server = {
  /** Address without a trailing slash; the same after a restart. */
  readonly url: string
  readonly dataDir: string
  readonly pid: number
  /** What the process has printed since its last start. */
  output(): string
  /** Sends a signal and waits for the end; answers how the process ended. */
  kill(signal: NodeJS.Signals): Promise<{ code: number | null; signal: NodeJS.Signals | null }>
  /** Starts again on the same port and data, after an orderly stop where it still runs. */
  restart(): Promise<void>
  /** Ends the server and removes the data directory if it was made here. */
  stop(): Promise<void>
}

/** The server did not become healthy: what it said, and its exit code where it ended by itself. */
export class StartFailed extends Error {
  readonly code: number | null

  constructor(output: string, code: number | null) {
    super(`The server did not become healthy.\n${output}`)
    this.code = code
  }
}

/**
 * Starts the built product (`.next`, or NEXT_DIST_DIR) on a free port with its own data directory and waits until
 * `/health` answers. Only what `env` says is set: keys of the machine never reach a test.
 */
export async function startServer(options: { env?: Record<string, string>; dataDir?: string } = {}): Promise<Server> {
  const dataDir = options.dataDir ?? (await freshDataDir())
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let running = await launch({ port, url, env: { ...baseEnv(dataDir), ...options.env } })

  async function kill(signal: NodeJS.Signals) {
    running.child.kill(signal)
    return running.ended
  }

  async function end() {
    if (running.child.exitCode !== null || running.child.signalCode !== null) return
    running.child.kill('SIGTERM')
    const isLate = await Promise.race([running.ended.then(() => false), delay(STOP_MS, true, { ref: false })])
    if (isLate) await kill('SIGKILL')
  }

  return {
    url,
    dataDir,
    get pid() {
      return running.child.pid as number
    },
    output: () => running.output(),
    kill,
    async restart() {
      await end()
      running = await launch({ port, url, env: { ...baseEnv(dataDir), ...options.env } })
    },
    async stop() {
      await end()
      if (!options.dataDir) await rm(dataDir, { recursive: true, force: true })
    },
  }
}

function baseEnv(dataDir: string): Record<string, string> {
  const { PATH = '', HOME = '', TMPDIR, NEXT_DIST_DIR } = process.env
  return {
    ...NOTHING_FROM_DOT_ENV,
    ...{ PATH, HOME, DATA_DIR: dataDir, DEMO_PACE: '0' },
    ...{ NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', NEXT_MANUAL_SIG_HANDLE: 'true' },
    ...(TMPDIR ? { TMPDIR } : {}),
    ...(NEXT_DIST_DIR ? { NEXT_DIST_DIR } : {}),
  }
}

async function launch({ port, url, env }: { port: number; url: string; env: Record<string, string> }) {
  const args = [NEXT, 'start', '-p', String(port), '-H', '127.0.0.1']
  const child = spawn(NODE, args, { cwd: ROOT, env: env as NodeJS.ProcessEnv, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-200_000)
    })
  }
  const ended = endOf(child)
  await healthy(url, child, () => output)
  return { child, ended, output: () => output }
}

function endOf(child: ChildProcess): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })))
}

async function healthy(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const deadline = performance.now() + START_MS
  while (performance.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) break
    const response = await fetch(`${url}/health`, { signal: AbortSignal.timeout(2_000) }).catch(() => null)
    if (response?.ok) return
    await delay(50)
  }
  child.kill('SIGKILL')
  throw new StartFailed(output(), child.exitCode)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}
