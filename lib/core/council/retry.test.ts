import { describe, expect, it } from 'vitest'
import { limitsOfCall, limitsOfModel } from './patience.ts'
import { DEFAULT_LIMITS, PRESETS, seatCouncil } from './presets.ts'
import { nextAttempt } from './retry.ts'
import { type CallState, initialState, type RunState } from './state.ts'
import type { FailureReason, Fallback, Plan, RunLimits } from './types.ts'

const NOW = 1_000_000
const MODELS = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ id: `one/${name}`, name, demo: false }))
const FALLBACKS: Fallback[] = [
  { model: 'one/x', name: 'X', demo: false, contextTokens: 8_000 },
  { model: 'two/y', name: 'Y', demo: false, contextTokens: 32_000 },
]

function running({ limits, fallbacks = FALLBACKS }: { limits?: Partial<RunLimits>; fallbacks?: Fallback[] } = {}) {
  const seating = seatCouncil(PRESETS.standard, MODELS)
  const seats = seating.seats.map((seat) => ({ ...seat, contextTokens: 16_000, fallbacks }))
  const plan: Plan = {
    ...{ version: 1, ...seating, seats, seed: 'seed', limits: { ...DEFAULT_LIMITS, ...limits }, history: [] },
    ...{ reused: [], startAt: 'first_opinions', estimate: { durationMs: null } },
  }
  const place = { conversationId: 'cnv_1', turnId: 'trn_1', question: 'Why?', sourceRunId: null, createdAt: NOW }
  const state = initialState({ id: 'run_1', plan, ...place })
  const stages = { ...state.stages, first_opinions: { status: 'running' as const, startedAt: NOW, endedAt: null } }
  return { ...state, stages }
}

/** The state after seat s1 has failed for these reasons, each time on this model. */
function failed(state: RunState, failures: [model: string, reason: FailureReason][]): RunState {
  const calls = failures.map(([model, reason], i) => {
    const call: Partial<CallState> = { stage: 'first_opinions', seat: 's1', attempt: i + 1, model, reason }
    return { ...call, status: 'failed' } as CallState
  })
  return { ...state, calls }
}

type Failure = Partial<Parameters<typeof nextAttempt>[2]>

/** What follows when the next call of s1 on `model` fails. */
function next(state: RunState, model: string, failure: Failure & { reason: FailureReason }, now = NOW) {
  const call = { stage: 'first_opinions' as const, seat: 's1', attempt: state.calls.length + 1, model }
  const whole = { retryable: true, retryAfterMs: null, chars: 0, promptTokens: 100, ...failure }
  return nextAttempt(state, call, whole, now)
}

describe('what follows a failed call', () => {
  it.each<[FailureReason, number]>([
    ['rate_limited', 2],
    ['upstream_error', 2],
    ['unreachable', 2],
    ['first_token_timeout', 1],
    ['idle_timeout', 1],
    ['call_timeout', 1],
    ['stream_cut', 1],
    ['empty', 1],
    ['refused', 1],
    ['too_long', 1],
    ['context_overflow', 0],
  ])('%s asks the same model %i times more, then a fallback', (reason, repeats) => {
    const asked: (string | undefined)[] = []
    let failures: [string, FailureReason][] = []
    for (let i = 0; i <= repeats; i++) {
      asked.push(next(failed(running(), failures), 'one/a', { reason }).nextModel)
      failures = [...failures, ['one/a', reason]]
    }
    expect(asked.slice(0, -1)).toEqual(Array(repeats).fill(undefined))
    expect(asked.at(-1)).toMatch(/^(one\/x|two\/y)$/)
  })

  it.each<[FailureReason, string]>([
    ['unauthorized', 'two/y'],
    ['unreachable', 'two/y'],
    ['rate_limited', 'two/y'],
    ['provider_down' as FailureReason, 'two/y'],
    ['unknown_model', 'one/x'],
    ['upstream_error', 'one/x'],
    ['some_newer_reason' as FailureReason, 'one/x'],
    ['context_overflow', 'two/y'],
  ])('%s that cannot be repeated goes at once to %s', (reason, model) => {
    expect(next(running(), 'one/a', { reason, retryable: false })).toEqual({ retryAt: NOW, nextModel: model })
  })

  it('waits as long as the server says, and goes to a fallback where that is too long', () => {
    expect(next(running(), 'one/a', { reason: 'rate_limited', retryAfterMs: 7_000 })).toEqual({ retryAt: NOW + 7_000 })
    expect(next(running(), 'one/a', { reason: 'rate_limited', retryAfterMs: 31_000 }).nextModel).toBe('two/y')
  })

  it('waits a random part of a time that doubles, the same for the same run', () => {
    const first = next(running(), 'one/a', { reason: 'upstream_error' })
    const second = next(failed(running(), [['one/a', 'upstream_error']]), 'one/a', { reason: 'upstream_error' })
    expect((first.retryAt ?? 0) - NOW).toBeLessThanOrEqual(1_000)
    expect((second.retryAt ?? 0) - NOW).toBeLessThanOrEqual(2_000)
    expect(next(running(), 'one/a', { reason: 'upstream_error' })).toEqual(first)
  })

  it('starts a seat over once after an error in the middle of its text', () => {
    const failure = { reason: 'upstream_error', chars: 12 } as const
    expect(next(running(), 'one/a', failure).nextModel).toBeUndefined()
    expect(next(failed(running(), [['one/a', 'upstream_error']]), 'one/a', failure).nextModel).toBe('one/x')
  })

  it('gives a fallback repeats of its own, and gives up when all have failed', () => {
    const spent: [string, FailureReason][] = [
      ['one/a', 'stream_cut'],
      ['one/a', 'stream_cut'],
    ]
    expect(next(failed(running(), spent), 'one/x', { reason: 'stream_cut' }).nextModel).toBeUndefined()
    const all: [string, FailureReason][] = [...spent, ['one/x', 'unauthorized']]
    expect(next(failed(running(), all), 'two/y', { reason: 'unauthorized' })).toEqual({ retryAt: null })
  })

  it('gives up where a seat has no fallback', () => {
    const alone = running({ fallbacks: [] })
    expect(next(alone, 'one/a', { reason: 'unknown_model', retryable: false })).toEqual({ retryAt: null })
  })

  it('helps a seat that cannot read so much only with a model that reads more', () => {
    const smaller = running({ fallbacks: FALLBACKS.slice(0, 1) })
    expect(next(smaller, 'one/a', { reason: 'context_overflow', retryable: false })).toEqual({ retryAt: null })
  })

  it('neither repeats nor replaces after the end of the stage', () => {
    const end = NOW + (DEFAULT_LIMITS.stageMs ?? 0)
    expect(next(running(), 'one/a', { reason: 'empty' }, end)).toEqual({ retryAt: null })
    const late = next(running(), 'one/a', { reason: 'rate_limited', retryAfterMs: 5_000 }, end - 1_000)
    expect(late).toEqual({ retryAt: end - 1_000, nextModel: 'two/y' })
  })

  it('counts the time of a stage anew after a restart of the server', () => {
    const end = NOW + (DEFAULT_LIMITS.stageMs ?? 0)
    expect(next({ ...running(), patienceFrom: end }, 'one/a', { reason: 'empty' }, end).retryAt).not.toBeNull()
  })

  it('never counts a process that died against the model', () => {
    const died = failed(running(), [
      ['one/a', 'abandoned'],
      ['one/a', 'abandoned'],
    ])
    expect(next(died, 'one/a', { reason: 'abandoned' })).toEqual({ retryAt: NOW })
    expect(next(died, 'one/a', { reason: 'upstream_error' }).nextModel).toBeUndefined()
  })

  it('does nothing for a seat that was stopped', () => {
    expect(next(running(), 'one/a', { reason: 'stopped', retryable: false })).toEqual({ retryAt: null })
  })

  it('keeps the promise of an older plan: one repeat, and as long as it takes', () => {
    const { stageMs: _none, ...old } = { ...DEFAULT_LIMITS, retries: 1 }
    const state = { ...running({ fallbacks: [] }), plan: { ...running({ fallbacks: [] }).plan, limits: old } }
    expect(next(state, 'one/a', { reason: 'upstream_error' }, NOW * 9).retryAt).toBeGreaterThanOrEqual(NOW * 9)
    const again = failed(state, [['one/a', 'upstream_error']])
    expect(next(again, 'one/a', { reason: 'upstream_error' })).toEqual({ retryAt: null })
  })
})

describe('the time that a model has', () => {
  it.each([
    ['openai/o3', 180_000],
    ['openrouter/openai/gpt-5.1', 180_000],
    ['openrouter/openai/gpt-5-chat', 60_000],
    ['openrouter/deepseek/deepseek-r1', 180_000],
    ['anthropic/claude-sonnet-4.5:thinking', 180_000],
    ['google/gemini-2.5-pro', 180_000],
    ['google/gemini-2.5-flash', 60_000],
    ['openrouter/x-ai/grok-4-fast-non-reasoning', 60_000],
    ['openai/gpt-4o', 60_000],
    ['ollama/llama3.2:3b', 60_000],
    ['ollama/qwq:32b', 180_000],
  ])('before its first character is longer where it thinks first: %s', (model, ms) => {
    expect(limitsOfModel(DEFAULT_LIMITS, model).firstTokenMs).toBe(ms)
  })

  it('never goes beyond the end of the stage', () => {
    const call = { stage: 'first_opinions' as const, model: 'one/a' }
    expect(limitsOfCall(running(), call, NOW).callMs).toBe(DEFAULT_LIMITS.callMs)
    expect(limitsOfCall(running(), call, NOW + 500_000).callMs).toBe(100_000)
  })
})
