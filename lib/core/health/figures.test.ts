import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FAILURE_REASONS } from '../council/types.ts'
import { latencyAt, type Samples, withSample } from './latency.ts'
import { LONGEST_LIMIT_MS, limited, limitedUntil, limitMs } from './limits.ts'
import { outcomeOf, sideOf } from './outcome.ts'
import { availabilityOf, DAY_MS, historyOf, SHOWN_MS, WINDOW_MS, windowOf } from './windows.ts'

const NOW = Date.UTC(2026, 10, 21, 12, 10)

describe('latency', () => {
  const samplesOf = (values: number[], at = NOW): Samples =>
    values.reduce<Samples>((samples, ms) => withSample(samples, { at, ms }), [])

  it('is unknown where nothing was measured, never zero', () => {
    expect(latencyAt([], NOW)).toEqual({ count: 0, meanMs: null, p50Ms: null, p95Ms: null })
  })

  it('is mean and nearest-rank percentiles of what was measured', () => {
    const values = Array.from({ length: 100 }, (_, i) => 100 - i)
    expect(latencyAt(samplesOf(values), NOW)).toEqual({ count: 100, meanMs: 51, p50Ms: 50, p95Ms: 95 })
    expect(latencyAt(samplesOf([7]), NOW)).toEqual({ count: 1, meanMs: 7, p50Ms: 7, p95Ms: 7 })
  })

  it('is of the last hour, and of the newest two hundred', () => {
    const old = samplesOf([9_000], NOW - 3_600_000)
    expect(latencyAt(withSample(old, { at: NOW, ms: 5 }), NOW)).toMatchObject({ count: 1, meanMs: 5 })
    expect(samplesOf(Array.from({ length: 500 }, (_, i) => i))).toHaveLength(200)
  })

  it('lies between the fastest and the slowest, the median never above the 95th percentile', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60_000), { minLength: 1, maxLength: 200 }), (values) => {
        const { p50Ms, p95Ms } = latencyAt(samplesOf(values), NOW)
        expect(values).toContain(p50Ms)
        expect(values).toContain(p95Ms)
        expect(p50Ms ?? 0).toBeLessThanOrEqual(p95Ms ?? 0)
      }),
    )
  })
})

describe('a 429', () => {
  const told = (retryAfterMs: number | null, model = 'p/a') => limited({}, { model, at: NOW, retryAfterMs })

  it('holds back its own model for as long as the provider said, and no other', () => {
    const limits = told(5_000)
    expect([limitMs(limits, 'p/a', NOW), limitMs(limits, 'p/b', NOW)]).toEqual([5_000, null])
    expect([limitMs(limits, 'p/a', NOW + 4_999), limitMs(limits, 'p/a', NOW + 5_000)]).toEqual([1, null])
  })

  it('holds nothing back where the provider did not say how long', () => {
    expect(told(null)).toEqual({})
  })

  it('holds nothing back for longer than a quarter of an hour, whatever was said', () => {
    expect(limitMs(told(Number.MAX_SAFE_INTEGER), 'p/a', NOW)).toBe(LONGEST_LIMIT_MS)
  })

  it('is forgotten once it is over, and the latest counts for all of them', () => {
    const limits = limited(told(5_000), { model: 'p/b', at: NOW + 1_000, retryAfterMs: 60_000 })
    expect(limitedUntil(limits, NOW + 1_000)).toBe(NOW + 61_000)
    expect(limitedUntil(limits, NOW + 61_000)).toBeNull()
    expect(Object.keys(limited(limits, { model: 'p/c', at: NOW + 10_000, retryAfterMs: 1 }))).toEqual(['p/b', 'p/c'])
  })
})

describe('the end of a call', () => {
  it('says of every reason for a failure whose doing it was', () => {
    const outcomes = Map.groupBy(FAILURE_REASONS, (reason) => outcomeOf({ reason, retryable: true }))
    expect(outcomes.get('fault')).toEqual([
      'first_token_timeout',
      'idle_timeout',
      'call_timeout',
      'unreachable',
      'upstream_error',
      'stream_cut',
    ])
    expect(outcomes.get('neutral')).toEqual(expect.arrayContaining(['stopped', 'provider_down']))
    expect(outcomes.get('limited')).toEqual(['rate_limited'])
    expect(outcomes.get('misconfigured')).toEqual(['unauthorized'])
  })

  it('holds a refused request against nobody, and a spent quota for a matter of settings', () => {
    expect(outcomeOf({ reason: 'upstream_error', retryable: false })).toBe('alive')
    expect(outcomeOf({ reason: 'rate_limited', retryable: false })).toBe('misconfigured')
  })

  it('counts for or against availability only where the provider was put to the test', () => {
    const sides = (['ok', 'fault', 'misconfigured', 'limited', 'alive', 'neutral'] as const).map(sideOf)
    expect(sides).toEqual(['healthy', 'unhealthy', 'unhealthy', null, null, null])
  })
})

describe('windows', () => {
  it('begin every five minutes', () => {
    expect(windowOf(NOW + WINDOW_MS - 1)).toBe(NOW)
    expect(windowOf(NOW + WINDOW_MS)).toBe(NOW + WINDOW_MS)
  })

  it('come to an availability, unknown where nothing was seen', () => {
    const windows = [
      { at: NOW - DAY_MS - 1, healthy: 0, unhealthy: 9 },
      { at: NOW, healthy: 3, unhealthy: 1 },
    ]
    expect(availabilityOf(windows, NOW - DAY_MS)).toEqual({ healthy: 3, unhealthy: 1, share: 0.75 })
    expect(availabilityOf([], NOW - DAY_MS)).toEqual({ healthy: 0, unhealthy: 0, share: null })
  })

  it('are shown as the half hours of the last day that hold something, oldest first', () => {
    const half = NOW - (NOW % SHOWN_MS)
    const windows = [
      { at: half + WINDOW_MS, healthy: 1, unhealthy: 0 },
      { at: half, healthy: 2, unhealthy: 1 },
      { at: half - 3 * SHOWN_MS, healthy: 5, unhealthy: 0 },
      { at: half - SHOWN_MS, healthy: 0, unhealthy: 0 },
      { at: half - DAY_MS, healthy: 7, unhealthy: 0 },
    ]
    expect(historyOf(windows, NOW)).toEqual([
      { at: half - 3 * SHOWN_MS, healthy: 5, unhealthy: 0 },
      { at: half, healthy: 3, unhealthy: 1 },
    ])
  })
})
