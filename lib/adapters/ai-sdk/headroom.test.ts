import { describe, expect, it } from 'vitest'
import { headroomOf, resetAt } from './headroom.ts'

const NOW = Date.UTC(2026, 10, 21)

describe('what is left of a limit', () => {
  it("is read from OpenAI's headers", () => {
    const headers = {
      'x-ratelimit-limit-requests': '500',
      'x-ratelimit-remaining-requests': '499',
      'x-ratelimit-reset-requests': '120ms',
      'x-ratelimit-limit-tokens': '30000',
      'x-ratelimit-remaining-tokens': '29000',
      'x-ratelimit-reset-tokens': '6m0s',
    }
    expect(headroomOf(headers, NOW)).toEqual({
      requests: { limit: 500, remaining: 499, resetAt: NOW + 120 },
      tokens: { limit: 30_000, remaining: 29_000, resetAt: NOW + 360_000 },
    })
  })

  it("is read from Anthropic's, the tighter of input and output where tokens are told apart", () => {
    const headers = {
      'anthropic-ratelimit-requests-limit': '50',
      'anthropic-ratelimit-requests-remaining': '10',
      'anthropic-ratelimit-requests-reset': '2026-11-21T00:00:30Z',
      'anthropic-ratelimit-input-tokens-limit': '1000',
      'anthropic-ratelimit-input-tokens-remaining': '900',
      'anthropic-ratelimit-output-tokens-limit': '100',
      'anthropic-ratelimit-output-tokens-remaining': '20',
    }
    expect(headroomOf(headers, NOW)).toEqual({
      requests: { limit: 50, remaining: 10, resetAt: NOW + 30_000 },
      tokens: { limit: 100, remaining: 20, resetAt: null },
    })
  })

  it("is read from OpenRouter's, which speak of requests only", () => {
    const headers = {
      'x-ratelimit-limit': '20',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(NOW + 5_000),
    }
    expect(headroomOf(headers, NOW)).toEqual({
      requests: { limit: 20, remaining: 0, resetAt: NOW + 5_000 },
      tokens: null,
    })
  })

  it.each([{}, { 'x-ratelimit-remaining-requests': 'many' }, { 'x-ratelimit-limit-requests': '5' }])(
    'is unknown with %j',
    (headers) => {
      expect(headroomOf(headers, NOW)).toEqual({ requests: null, tokens: null })
    },
  )

  it.each([
    ['1h2m3.5s', NOW + 3_723_500],
    ['1d', NOW + 86_400_000],
    ['17', NOW + 17_000],
    [String(NOW / 1_000 + 9), NOW + 9_000],
    [String(NOW + 9), NOW + 9],
    ['2026-11-21T00:00:01Z', NOW + 1_000],
    ['-3', null],
    ['later', null],
    ['', null],
  ])('comes back, after "%s", at %s', (text, at) => {
    expect(resetAt(text, NOW)).toBe(at)
  })
})
