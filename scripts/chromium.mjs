// Finds a Chromium for the browser journeys, and gets one where there is none: `node scripts/chromium.mjs` prints its
// path. Journeys are never skipped for want of a browser.
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { dataDir, nodeBinary, toolEntry } from './lib/paths.mjs'
import { run } from './lib/run.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]
const TOOLS = path.join(dataDir(), 'tools')
const UNPACKED = path.join(TOOLS, 'chromium')
const PACKAGE = '@sparticuz/chromium@153.0.0'

/** The browser that is already there: CHROMIUM_PATH, the PATH, an application, Playwright's own, ours; or null. */
export function findChromium(env = process.env) {
  if (env.CHROMIUM_PATH) {
    if (isProgram(env.CHROMIUM_PATH)) return env.CHROMIUM_PATH
    throw new Error(`CHROMIUM_PATH=${env.CHROMIUM_PATH} is not a program.`)
  }
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const onPath = (env.PATH ?? '')
    .split(path.delimiter)
    .filter(Boolean)
    .flatMap((folder) => NAMES.map((name) => path.join(folder, name + suffix)))
  return [...onPath, ...APPLICATIONS, playwrightsOwn(), UNPACKED].find((file) => file && isProgram(file)) ?? null
}

/** The same, but a missing browser is installed: by apt as root on Debian, from npm on Linux x64, else by Playwright. */
export async function ensureChromium() {
  const found = findChromium()
  if (found) return found
  const failures = []
  for (const [name, applies, install] of WAYS) {
    if (!applies()) continue
    try {
      await install()
      const installed = findChromium()
      if (installed) return installed
      failures.push(`${name}: no program afterwards`)
    } catch (error) {
      failures.push(`${name}: ${error.message}${error.log ? `, see ${error.log}` : ''}`)
    }
  }
  throw new Error(
    `No Chromium for the browser journeys.\n${failures.map((line) => `  ${line}\n`).join('')}Install Chrome or Chromium, or set CHROMIUM_PATH.`,
  )
}

const WAYS = [
  ['apt-get', isDebianRoot, installByApt],
  ['npm', () => process.platform === 'linux' && process.arch === 'x64', installFromNpm],
  [
    'playwright',
    () => true,
    () => run(nodeBinary(), [toolEntry('playwright'), 'install', 'chromium'], { log: 'chromium-playwright' }),
  ],
]

function isDebianRoot() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false
  return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
}

async function installByApt() {
  const log = 'chromium-apt'
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], { log, env })
  const packages = ['chromium', 'fonts-liberation']
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { log, env })
}

/** A build for servers without a desktop, unpacked into `.data/tools`. */
async function installFromNpm() {
  await run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', TOOLS, PACKAGE], {
    log: 'chromium-npm',
  })
  const entry = pathToFileURL(path.join(TOOLS, 'node_modules/@sparticuz/chromium/build/index.js')).href
  const unpack = `
    import { chmodSync, copyFileSync } from 'node:fs'
    const { default: chromium } = await import(${JSON.stringify(entry)})
    copyFileSync(await chromium.executablePath(), ${JSON.stringify(UNPACKED)})
    chmodSync(${JSON.stringify(UNPACKED)}, 0o755)`
  await run(nodeBinary(), ['--input-type=module', '--eval', unpack], { log: 'chromium-unpack', env: { TMPDIR: TOOLS } })
}

function playwrightsOwn() {
  try {
    return createRequire(import.meta.url)('playwright-core').chromium.executablePath()
  } catch {
    return null
  }
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(path.resolve(process.argv[1])).href)
  console.log(await ensureChromium())
