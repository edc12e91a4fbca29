// `npm run dev`: the development server, with packages and the database client brought up to date first.
import { spawn } from 'node:child_process'
import { passThrough } from './lib/child.mjs'
import { loadDotEnv, nodeBinary, ROOT, toolEntry, toolEnv } from './lib/paths.mjs'
import { choosePort } from './lib/port.mjs'
import { generate, install } from './lib/prepare.mjs'
import { step } from './lib/progress.mjs'

loadDotEnv()
const host = process.env.HOST || '127.0.0.1'
await install(step)
await generate()
const port = await choosePort({ wanted: process.env.PORT, host })
const args = [toolEntry('next'), 'dev', '--port', String(port), '--hostname', host]
const child = spawn(nodeBinary(), args, {
  cwd: ROOT,
  env: { ...toolEnv(), NODE_ENV: 'development', NEXT_MANUAL_SIG_HANDLE: 'true' },
  stdio: 'inherit',
  detached: process.platform !== 'win32',
})
process.exitCode = await passThrough(child)
