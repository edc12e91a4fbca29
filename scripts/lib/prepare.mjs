import path from 'node:path'
import { BUILD_INPUTS, fingerprint, onceFor } from './fingerprint.mjs'
import { nodeBinary, ROOT } from './paths.mjs'
import { run, runTool } from './run.mjs'

/** The folder `next build` writes to and `next start` serves. */
export function distDir(env = process.env) {
  return path.resolve(ROOT, env.NEXT_DIST_DIR || '.next')
}

/** `npm ci`, when node_modules is missing or was made from another lockfile. */
export function install(report) {
  const stamp = path.join(ROOT, 'node_modules/.llm-council-lock')
  const print = fingerprint(ROOT, ['package-lock.json'], `${process.platform}-${process.arch}`)
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const work = () => run(npm, ['ci', '--no-audit', '--no-fund'], { log: 'install' })
  return onceFor(stamp, print, () => report('Installing packages', work))
}

/** The database client; the script itself sees whether the schema changed. */
export function generate() {
  return run(nodeBinary(), ['scripts/generate.mjs'], { log: 'generate' })
}

/** `next build`, when the sources changed. */
export function build(report) {
  const print = fingerprint(ROOT, BUILD_INPUTS, process.env.NEXT_OUTPUT)
  const work = () => runTool('next', ['build'], { log: 'build', env: { NODE_ENV: 'production' } })
  return onceFor(path.join(distDir(), '.llm-council-sources'), print, () => report('Building', work))
}
