import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ensureChromium } from '../chromium.mjs'
import { dataDir, nodeBinary } from './paths.mjs'
import { anyFreePort } from './port.mjs'
import { build, generate } from './prepare.mjs'
import { CommandFailed, run, runTool } from './run.mjs'
import { PASSED, readReport, tallyPlaywright, tallyVitest, verdict } from './tally.mjs'

const strict = process.env.REQUIRE_SERVICES === '1'
const quietly = (_label, work) => work()

/** Everything `npm test` does, in order. A step whose `needs` failed is not run and counts as one failure. */
export const STEPS = [
  {
    name: 'style',
    label: 'format and lint',
    work: () => whole(runTool('biome', ['ci', '--error-on-warnings', '--colors=off', '.'], { log: 'style' })),
  },
  { name: 'generate', label: 'database client', work: () => whole(generate()) },
  { name: 'types', label: 'types', needs: ['generate'], work: types },
  {
    name: 'rooms',
    label: 'rooms (who may import whom)',
    work: () => whole(run(nodeBinary(), ['scripts/with-node.mjs', 'scripts/rooms.ts'], { log: 'rooms' })),
  },
  {
    name: 'unit',
    label: 'unit, contracts, components',
    needs: ['generate'],
    work: () => vitest('unit', ['unit', 'dom']),
  },
  { name: 'kills', label: 'seeded kills of the engine', needs: ['generate'], work: () => vitest('kills', ['kills']) },
  { name: 'build', label: 'build', needs: ['generate'], work: () => whole(build(quietly)) },
  { name: 'server', label: 'built server over HTTP', needs: ['build'], work: () => vitest('server', ['server']) },
  { name: 'browser', label: 'journeys in the browser', needs: ['build'], work: browser },
]

/** A step that is one check: it counts as one. */
async function whole(work) {
  await work
  return PASSED
}

async function types() {
  await runTool('next', ['typegen'], { log: 'typegen' })
  // what an earlier check remembered knows nothing of routes that came since
  await runTool('tsc', ['--noEmit', '--incremental', 'false'], { log: 'types' })
  return PASSED
}

function vitest(log, projects) {
  const report = path.join(dataDir(), 'logs', `${log}.json`)
  const args = ['run', ...projects.flatMap((name) => ['--project', name]), '--reporter=default', '--reporter=json']
  const start = () =>
    runTool('vitest', [...args, `--outputFile.json=${report}`], {
      log,
      env: { NO_COLOR: '1', DEBUG_PRINT_LIMIT: '2000' },
    })
  return counted(start, report, tallyVitest)
}

async function browser() {
  const report = path.join(dataDir(), 'logs', 'browser.json')
  const data = mkdtempSync(path.join(os.tmpdir(), 'llm-council-e2e-'))
  const env = {
    CHROMIUM_PATH: await ensureChromium(),
    E2E_PORT: String(await anyFreePort()),
    E2E_DATA_DIR: data,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    NO_COLOR: '1',
  }
  try {
    return await counted(
      () => runTool('playwright', ['test', '--reporter=line,json'], { log: 'browser', env }),
      report,
      tallyPlaywright,
    )
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

/** Runs a test runner and believes its report only together with its exit code. */
async function counted(start, report, tally) {
  rmSync(report, { force: true })
  const ended = await start().then(
    (log) => ({ code: 0, log }),
    (error) => {
      if (error instanceof CommandFailed) return { code: error.code, log: error.log }
      throw error
    },
  )
  const found = readReport(report)
  return { ...verdict({ tally: found && tally(found), code: ended.code, strict }), log: ended.log }
}
