import { describe, expect, it } from 'vitest'
import { FRESH_MS, type ProviderFacts, type Sign, statusOf } from './status.ts'

const NOW = 1_000_000_000
const sign = (outcome: Sign['outcome'], agoMs = 1_000, reason: Sign['reason'] = null): Sign => ({
  at: NOW - agoMs,
  outcome,
  reason,
})
const BLANK: ProviderFacts = {
  phase: 'closed',
  traffic: null,
  check: null,
  isLimited: false,
  recent: { healthy: 0, unhealthy: 0 },
  waiting: 0,
  now: NOW,
}

describe('the status of a provider', () => {
  it.each<[string, Partial<ProviderFacts>, string]>([
    ['nothing is known of', {}, 'unknown/not_asked'],
    ['was seen working too long ago', { check: sign('ok', FRESH_MS) }, 'unknown/not_asked'],
    ['passed its check', { check: sign('ok') }, 'operational/answers'],
    ['answered a call', { traffic: sign('ok') }, 'operational/answers'],
    ['refused a question', { traffic: sign('alive', 1_000, 'refused') }, 'operational/answers'],
    ['has an open breaker, whatever its check says', { phase: 'open', check: sign('ok', 1) }, 'down/paused'],
    ['fails its check', { check: sign('fault', 1_000, 'unreachable') }, 'down/no_answer'],
    [
      'answered a call after its check had failed',
      { check: sign('fault', 2_000, 'unreachable'), traffic: sign('ok') },
      'operational/answers',
    ],
    ['may be tried again', { phase: 'half_open', traffic: sign('fault') }, 'degraded/recovering'],
    [
      'refuses the key of a call',
      { traffic: sign('misconfigured', 1_000, 'unauthorized') },
      'misconfigured/key_refused',
    ],
    [
      'refuses the key though its list is open to everybody',
      { traffic: sign('misconfigured', 2_000, 'unauthorized'), check: sign('ok') },
      'misconfigured/key_refused',
    ],
    [
      'refuses the key of a check',
      { check: sign('misconfigured', 1_000, 'unauthorized') },
      'misconfigured/key_refused',
    ],
    [
      'answered a call after its check was refused',
      { check: sign('misconfigured', 2_000, 'unauthorized'), traffic: sign('ok') },
      'operational/answers',
    ],
    ['wants a model left alone', { isLimited: true, traffic: sign('limited') }, 'degraded/rate_limited'],
    ['fails often', { traffic: sign('ok'), recent: { healthy: 4, unhealthy: 1 } }, 'degraded/fails_at_times'],
    ['fails once in a while', { traffic: sign('ok'), recent: { healthy: 9, unhealthy: 1 } }, 'operational/answers'],
    ['is asked by too many at once', { traffic: sign('ok'), waiting: 1 }, 'degraded/busy'],
  ])('that %s', (_name, facts, expected) => {
    const { status, reason } = statusOf({ ...BLANK, ...facts })
    expect(`${status}/${reason}`).toBe(expected)
  })

  it('says what went wrong last where something is wrong, and nothing where all is well', () => {
    const failed = sign('fault', 1_000, 'stream_cut')
    expect(statusOf({ ...BLANK, phase: 'open', traffic: failed }).cause).toBe('stream_cut')
    expect(statusOf({ ...BLANK, traffic: sign('ok', 1), check: failed }).cause).toBeNull()
  })
})
