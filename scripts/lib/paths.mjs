import { existsSync } from 'node:fs'
import path from 'node:path'

export const ROOT = path.resolve(import.meta.dirname, '../..')

/** Where logs, the embedded database and downloaded tools live; never inside the sources. */
export function dataDir(env = process.env) {
  return path.resolve(ROOT, env.DATA_DIR || '.data')
}

/** Reads `.env` for the scripts' own settings (PORT, HOST, DATA_DIR); what the environment says already, stands. */
export function loadDotEnv() {
  const file = path.join(ROOT, '.env')
  // Missing before Node 20.12; the server reads the file by itself there as well.
  if (existsSync(file)) process.loadEnvFile?.(file)
}

/** The Node 24 that npm installed, or the one running this where node_modules was pruned to another platform. */
export function nodeBinary() {
  const own = path.join(ROOT, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(own)) return own
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  throw new Error('Node 24 is not installed in node_modules. Run `npm ci`, or `npm start`, which does it for you.')
}

/** Environment in which `node`, `next`, `tsc` and friends are the project's own. */
export function toolEnv(env = process.env) {
  const bin = path.join(ROOT, 'node_modules/.bin')
  return {
    ...env,
    PATH: `${bin}${path.delimiter}${env.PATH ?? ''}`,
    NEXT_TELEMETRY_DISABLED: '1',
    CHECKPOINT_DISABLE: '1',
  }
}

/** The JavaScript entry of an installed tool, so that it runs on our Node and without a shell on every platform. */
export function toolEntry(name) {
  const entries = {
    biome: '@biomejs/biome/bin/biome',
    next: 'next/dist/bin/next',
    playwright: '@playwright/test/cli.js',
    tsc: 'typescript/bin/tsc',
    vitest: 'vitest/vitest.mjs',
  }
  return path.join(ROOT, 'node_modules', entries[name])
}
