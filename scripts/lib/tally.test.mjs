import { describe, expect, it } from 'vitest'
import { sum, tallyPlaywright, tallyVitest, verdict } from './tally.mjs'

const test = (status, fullName) => ({ status, fullName })

describe('tallyVitest', () => {
  it('counts tests, and a file that could not be loaded as one failure', () => {
    const report = {
      numPassedTests: 3,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      testResults: [
        { name: 'a.test.ts', status: 'failed', assertionResults: [test('failed', 'adds'), test('passed', 'b')] },
        { name: 'b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
        { name: 'c.test.ts', status: 'passed', assertionResults: [test('passed', 'c')] },
      ],
    }
    expect(tallyVitest(report)).toEqual({
      passed: 3,
      failed: 2,
      skipped: 3,
      failures: ['a.test.ts › adds', 'b.test.ts: no such module'],
    })
  })
})

describe('tallyPlaywright', () => {
  it('counts a test that needed a second try as passed, and says what its first try met', () => {
    const failing = { status: 'unexpected', results: [{ error: { message: 'no title' } }] }
    const flaky = { status: 'flaky', results: [{ error: { message: 'too late' } }, {}] }
    const report = {
      stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 1 },
      suites: [
        { suites: [{ specs: [{ ok: false, file: 'ask.spec.ts', title: 'asks', tests: [failing] }, { ok: true }] }] },
        { specs: [{ ok: true, file: 'stop.spec.ts', title: 'stops', tests: [flaky] }] },
      ],
      errors: [{ message: 'server did not start' }],
    }
    expect(tallyPlaywright(report)).toEqual({
      passed: 5,
      failed: 2,
      skipped: 1,
      failures: ['ask.spec.ts › asks: no title', 'server did not start'],
      flaky: ['stop.spec.ts › stops: too late'],
    })
  })
})

describe('verdict', () => {
  const tally = { passed: 2, failed: 0, skipped: 0, failures: [] }
  const failed = (options) => verdict({ tally, code: 0, strict: false, ...options }).failed

  it('believes a report that agrees with the exit code', () => {
    expect(failed({})).toBe(0)
    expect(failed({ tally: { ...tally, failed: 2 }, code: 1 })).toBe(2)
  })

  it('fails without a report, without tests, and for an exit code nobody accounts for', () => {
    expect(failed({ tally: null, code: 1 })).toBe(1)
    expect(failed({ tally: { ...tally, passed: 0 } })).toBe(1)
    expect(failed({ code: 1 })).toBe(1)
    expect(failed({ code: 'SIGKILL' })).toBe(1)
  })

  it('lets nothing be skipped where every service is there', () => {
    expect(failed({ tally: { ...tally, skipped: 1 } })).toBe(0)
    expect(failed({ tally: { ...tally, skipped: 1 }, strict: true })).toBe(1)
  })
})

describe('sum', () => {
  it('adds up', () => {
    expect(
      sum([
        { passed: 1, failed: 2, skipped: 3 },
        { passed: 4, failed: 5, skipped: 6 },
      ]),
    ).toEqual({
      passed: 5,
      failed: 7,
      skipped: 9,
    })
  })
})
