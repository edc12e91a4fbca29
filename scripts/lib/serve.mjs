import { spawn } from 'node:child_process'
import path from 'node:path'
import { nodeBinary, ROOT, toolEntry, toolEnv } from './paths.mjs'
import { distDir } from './prepare.mjs'

const START_LIMIT_MS = 90_000

/**
 * Starts the built server. It keeps quiet until it is ready, then its output is passed on. `ready` resolves when
 * /health answers and rejects when the server ends before that, with everything it said.
 */
export function serve({ port, host }) {
  const args = [toolEntry('next'), 'start', '--port', String(port), '--hostname', host]
  const child = spawn(nodeBinary(), args, {
    cwd: ROOT,
    env: { ...toolEnv(), ...servingEnv(), PORT: String(port), HOST: host },
    stdio: ['ignore', 'pipe', 'pipe'],
    // Its own process group: Ctrl+C reaches it once, through us, and not a second time from the terminal.
    detached: process.platform !== 'win32',
  })
  const said = []
  const keep = (chunk) => said.push(chunk)
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const ended = new Promise((_, reject) => {
    child.once('error', reject)
    child.once('close', (code) => reject(new ServerEnded(Buffer.concat(said).toString(), code ?? 1)))
  })
  const ready = Promise.race([healthy(addressOf(host, port)), ended]).then(() => {
    child.stdout.off('data', keep).pipe(process.stdout)
    child.stderr.off('data', keep).pipe(process.stderr)
  })
  return { child, ready }
}

/** How the built product is served: its compiled code is kept beside the build, which spares the next start the work. */
export function servingEnv() {
  const cache = path.join(distDir(), 'cache/compiled')
  return {
    NODE_ENV: 'production',
    NEXT_MANUAL_SIG_HANDLE: 'true',
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE || cache,
  }
}

/** The server ended before it was ready. */
export class ServerEnded extends Error {
  constructor(output, code) {
    super(output.trim() || `The server ended with code ${code}.`)
    this.code = code
  }
}

/** The address a browser on this machine uses; the wildcard addresses are none. */
export function addressOf(host, port) {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}

async function healthy(address) {
  const deadline = Date.now() + START_LIMIT_MS
  while (Date.now() < deadline) {
    const ok = await fetch(`${address}/health`, { signal: AbortSignal.timeout(5000) }).then(
      (response) => response.ok,
      () => false,
    )
    if (ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`The server did not answer ${address}/health within ${START_LIMIT_MS / 1000} s.`)
}
