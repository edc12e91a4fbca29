import { describe, expect, it } from 'vitest'
import { FAILURE_REASONS, type FailureReason, type Usage } from '../council/types.ts'
import { isUncharged, NO_TOKENS, noCost } from './charged.ts'

const silent = { text: '', usage: null }
const failed = (reason: FailureReason, retryable = true) => ({ reason, retryable })
const counted = (changes: Partial<Usage>): Usage => ({
  ...{ inputTokens: null, outputTokens: null, reasoningTokens: null },
  ...changes,
})

const NEVER: readonly FailureReason[] = [
  'unreachable',
  'unauthorized',
  'rate_limited',
  'unknown_model',
  'context_overflow',
  'provider_down',
  'budget_reached',
]

describe('a failed call', () => {
  it.each(FAILURE_REASONS)(
    'without text and count is known to cost nothing only where nothing can have been generated: %s',
    (reason) => {
      expect(isUncharged(failed(reason), silent)).toBe(NEVER.includes(reason))
    },
  )

  it('costs nothing where the request itself was turned down, and may have where its provider broke over it', () => {
    expect(isUncharged(failed('upstream_error', false), silent)).toBe(true)
    expect(isUncharged(failed('upstream_error', true), silent)).toBe(false)
    expect(isUncharged(failed('stopped', false), silent)).toBe(false)
  })

  it('may have cost something as soon as a word or a count has come', () => {
    for (const reason of NEVER) {
      expect(isUncharged(failed(reason), { ...silent, text: 'Well' })).toBe(false)
      expect(isUncharged(failed(reason), { ...silent, usage: counted({ inputTokens: 9 }) })).toBe(false)
      expect(isUncharged(failed(reason), { ...silent, usage: counted({ reasoningTokens: 9 }) })).toBe(false)
      expect(isUncharged(failed(reason), { ...silent, usage: counted({}) })).toBe(true)
    }
  })

  it('that never went out costs nothing, whatever ended it', () => {
    for (const reason of FAILURE_REASONS) expect(isUncharged(failed(reason), { text: '', usage: NO_TOKENS })).toBe(true)
  })
})

describe('the cost of nothing', () => {
  it('is known without a price, and is no estimate', () => {
    expect(noCost({ demo: false })).toEqual({ status: 'priced', picoUsd: '0', estimated: false })
    expect(noCost({ demo: true })).toEqual({ status: 'free', picoUsd: '0', estimated: false })
  })
})
