import type { FailureReason } from '../../lib/core/council/types.ts'
import type { Fault } from '../upstream/physics.ts'

/** How a call ends: with an answer, or with a reason in our words. */
export type Ending = 'stop' | 'length' | FailureReason

/** What comes of a call on which something goes wrong; the same whoever the provider is. */
export type Outcome = {
  ending: Ending
  /** Whether asking again may help; null where there is an answer. */
  retryable: boolean | null
  /** All of the answer, what came before the fault, or nothing. `any`: some vendors put their refusal into the text. */
  text: 'all' | 'before' | 'none' | 'any'
  /** The time that the provider asks to wait is kept. */
  waits: boolean
  /** `end`: counted. `early`: as much as the vendor counts as it goes. `none`: nobody said anything. */
  usage: 'end' | 'early' | 'none'
  /** The connection is closed by us, within 500 ms. */
  leaves: boolean
}

const FAILED: Omit<Outcome, 'ending'> = { retryable: true, text: 'none', waits: false, usage: 'none', leaves: false }
const FINAL = { ...FAILED, retryable: false }
const BROKEN = { ...FAILED, text: 'before', usage: 'early' } as const
const ENDED = { ...FAILED, usage: 'end' } as const

const ANSWERED: Omit<Outcome, 'ending'> = {
  ...{ retryable: null, text: 'all', waits: false, usage: 'end', leaves: false },
}

/** What can go wrong besides the faults of the upstream, and what does not go wrong at all. */
export type Case = Fault | 'none' | 'wrong-key' | '429-without-time'

/** What docs and reliability notes promise of each fault, provider by provider the same. */
export const PROMISED: Record<Case, Outcome> = {
  none: { ...ANSWERED, ending: 'stop' },
  'wrong-key': { ...FINAL, ending: 'unauthorized' },
  400: { ...FINAL, ending: 'upstream_error' },
  401: { ...FINAL, ending: 'unauthorized' },
  402: { ...FINAL, ending: 'unauthorized' },
  403: { ...FINAL, ending: 'unauthorized' },
  404: { ...FINAL, ending: 'unknown_model' },
  408: { ...FAILED, ending: 'upstream_error' },
  413: { ...FINAL, ending: 'context_overflow' },
  429: { ...FAILED, ending: 'rate_limited', waits: true },
  '429-without-time': { ...FAILED, ending: 'rate_limited' },
  500: { ...FAILED, ending: 'upstream_error' },
  502: { ...FAILED, ending: 'upstream_error' },
  503: { ...FAILED, ending: 'upstream_error', waits: true },
  529: { ...FAILED, ending: 'upstream_error' },
  context: { ...FINAL, ending: 'context_overflow' },
  'no-schema': { ...ANSWERED, ending: 'stop' },
  hang: { ...FINAL, ending: 'stopped', leaves: true },
  cut: { ...BROKEN, ending: 'stream_cut' },
  stall: { ...BROKEN, ending: 'stopped', retryable: false, leaves: true },
  empty: { ...ENDED, ending: 'empty' },
  endless: { ...BROKEN, ending: 'too_long', leaves: true },
  garbage: { ...BROKEN, ending: 'upstream_error' },
  'error-in-200': { ...BROKEN, ending: 'upstream_error' },
  'no-finish': { ...BROKEN, ending: 'stream_cut' },
  'null-content': { ...ENDED, ending: 'empty' },
  refusal: { ...ENDED, ending: 'refused', text: 'any' },
  filtered: { ...ENDED, ending: 'refused', text: 'before' },
  length: { ...ANSWERED, ending: 'length', text: 'before' },
  'malformed-200': { ...FAILED, ending: 'upstream_error' },
  whole: { ...ANSWERED, ending: 'stop' },
}
