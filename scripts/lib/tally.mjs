import { existsSync, readFileSync } from 'node:fs'

/** What a step came to: tests that passed, failed and were skipped, and the names of those that failed. */
export const PASSED = { passed: 1, failed: 0, skipped: 0, failures: [] }
export const failedStep = (reason) => ({ passed: 0, failed: 1, skipped: 0, failures: [reason] })

/** Vitest's JSON report. A file that could not be loaded has no tests and still counts as one failure. */
export function tallyVitest(report) {
  const files = report.testResults ?? []
  const unloadable = files.filter((file) => file.status === 'failed' && !file.assertionResults.some(isFailed))
  const failures = files.flatMap((file) =>
    file.assertionResults.filter(isFailed).map((test) => `${file.name} › ${test.fullName}`),
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloadable.length,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
    failures: [...failures, ...unloadable.map((file) => `${file.name}: ${file.message}`)],
  }
}

/**
 * Playwright's JSON report; errors outside tests count as one. A test that passed only on its second try (CI gives one,
 * see playwright.config.ts) has passed and is named in `flaky` with what went wrong the first time.
 */
export function tallyPlaywright(report) {
  const { expected, unexpected, flaky, skipped } = report.stats
  const specs = specsOf(report.suites ?? [])
  return {
    passed: expected + flaky,
    failed: unexpected + (report.errors?.length ? 1 : 0),
    skipped,
    failures: [
      ...specs.filter((spec) => !spec.ok).map(told),
      ...(report.errors ?? []).map((error) => error.message ?? String(error)),
    ],
    flaky: specs.filter((spec) => spec.tests?.some((test) => test.status === 'flaky')).map(told),
  }
}

/**
 * The verdict on a runner: its report and its exit code must agree, no report is a failure, and so is finding nothing
 * to test. Where all services are there (`strict`), nothing has a reason to be skipped.
 */
export function verdict({ tally, code, strict }) {
  if (!tally) return failedStep(`no report, exit code ${code}`)
  const result = { ...tally, failures: [...tally.failures] }
  const fail = (reason) => {
    result.failed += 1
    result.failures.push(reason)
  }
  if (result.passed + result.failed === 0) fail('no tests were found')
  if (code !== 0 && result.failed === 0) fail(`every test passed, but the exit code was ${code}`)
  if (strict && result.skipped > 0) fail(`${result.skipped} skipped although REQUIRE_SERVICES is set`)
  return result
}

export function sum(results) {
  const total = (key) => results.reduce((count, result) => count + result[key], 0)
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') }
}

export function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

const isFailed = (test) => test.status === 'failed'

function specsOf(suites) {
  return suites.flatMap((suite) => [...(suite.specs ?? []), ...specsOf(suite.suites ?? [])])
}

/** A test's file and title, with its first error. */
function told(spec) {
  const results = spec.tests?.flatMap((test) => test.results ?? []) ?? []
  const error = results.find((result) => result.error)?.error.message
  return `${spec.file} › ${spec.title}${error ? `: ${error.split('\n').slice(0, 12).join('\n      ')}` : ''}`
}
