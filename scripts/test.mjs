// `npm test`: everything that must hold, step by step, with nothing but Node 20. `npm test -- --only unit,server`
// chooses steps. The last line is always `N passed, N failed`: tests one by one, other steps as one each.
import { install } from './lib/prepare.mjs'
import { step } from './lib/progress.mjs'
import { endChildrenOnSignals, tail } from './lib/run.mjs'

endChildrenOnSignals()
process.exitCode = await main(process.argv.slice(2))

async function main(args) {
  try {
    await install(step)
  } catch (error) {
    console.log(`${error.log ? tail(error.log) : ''}\n${error.message}\n0 passed, 1 failed`)
    return 1
  }
  // Imported late: what these need is installed by now.
  const { STEPS } = await import('./lib/steps.mjs')
  const { failedStep, sum } = await import('./lib/tally.mjs')
  const chosen = choose(STEPS, args)
  const results = new Map()
  for (const item of chosen) {
    const missing = (item.needs ?? []).find((name) => results.get(name)?.failed)
    const result = missing ? failedStep(`not run, because ${missing} failed`) : await attempt(item)
    results.set(item.name, result)
    if (missing) console.log(`✗ ${item.label.padEnd(30)} not run, because ${missing} failed`)
  }
  const { passed, failed, skipped } = sum([...results.values()])
  if (skipped > 0) console.log(`\n${skipped} skipped`)
  console.log(`\n${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

function choose(steps, args) {
  const at = args.indexOf('--only')
  if (at < 0) return steps
  const names = (args[at + 1] ?? '').split(',')
  const unknown = names.filter((name) => !steps.some((item) => item.name === name))
  if (unknown.length > 0) throw new Error(`--only takes ${steps.map((item) => item.name).join(', ')}`)
  return steps.filter((item) => names.includes(item.name))
}

async function attempt(item) {
  if (process.env.CI) console.log(`… ${item.label}`)
  const started = performance.now()
  const { failedStep } = await import('./lib/tally.mjs')
  const result = await item.work().catch((error) => ({ ...failedStep(error.message), log: error.log }))
  report(item, result, (performance.now() - started) / 1000)
  return result
}

function report(item, result, seconds) {
  const isCounted = result.passed + result.failed + result.skipped > 1
  const counts = isCounted ? ` ${result.passed} passed, ${result.failed} failed, ${result.skipped} skipped` : ''
  const mark = result.failed === 0 ? '✓' : '✗'
  console.log(`${mark} ${item.label.padEnd(30)} ${`${seconds.toFixed(1)} s`.padStart(8)} ${counts}`)
  for (const test of result.flaky ?? []) console.log(`    ! only on the second try: ${test}`)
  if (result.failed === 0) return
  if (result.log) console.log(`${indent(tail(result.log))}\n    all of it: ${result.log}`)
  for (const failure of result.failures.slice(0, 50)) console.log(`    ✗ ${failure}`)
}

function indent(text) {
  return text.replaceAll(/^/gm, '    ')
}
