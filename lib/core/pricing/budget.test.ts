import { describe, expect, it } from 'vitest'
import { seatChoice, settleChoice } from '../council/choice.ts'
import { decide } from '../council/decide.ts'
import type { RunEventBody } from '../council/events.ts'
import { fold } from '../council/fold.ts'
import { DEFAULT_LIMITS } from '../council/presets.ts'
import { requestFor } from '../council/prompts.ts'
import { initialState, type RunState } from '../council/state.ts'
import type { Cost, Plan } from '../council/types.ts'
import { verdictOf } from '../council/verdict.ts'
import { budgetOf, spentOf, worstCase } from './budget.ts'
import type { Price } from './cost.ts'

const NOW = 1_000
const USD = 1_000_000_000_000n
const PRICED: Price = { demo: false, inputUsdPerMillion: 1, outputUsdPerMillion: 10 }
const UNKNOWN: Price = { demo: false, inputUsdPerMillion: null, outputUsdPerMillion: null }
const NEGATIVE: Price = { demo: false, inputUsdPerMillion: -1, outputUsdPerMillion: -1 }
const DEMO: Price = { demo: true, inputUsdPerMillion: 0, outputUsdPerMillion: 0 }

/** A run of three members and a chairman at these prices, with a budget in USD. */
function runAt(price: Price, usd: number, patch: Partial<Plan> = {}): RunState {
  const seating = seatChoice('custom', settleChoice({ members: ['a/1', 'a/2', 'a/3'], chairman: 'a/4' }), [])
  const budget = budgetOf(BigInt(Math.round(usd * 1_000)) * (USD / 1_000n), seating.seats, () => price)
  const plan: Plan = {
    ...{ version: 1, ...seating, seed: 'seed', limits: DEFAULT_LIMITS, history: [], reused: [], budget },
    ...{ startAt: 'first_opinions', estimate: { durationMs: null } },
    ...patch,
  }
  const place = { conversationId: 'cnv_1', turnId: 'trn_1', question: 'Why?', sourceRunId: null, createdAt: NOW }
  return initialState({ id: 'run_1', plan, ...place })
}

const total = (run: RunState) => worstCase(run, run.plan.budget!).total

function add(state: RunState, ...bodies: RunEventBody[]): RunState {
  return bodies.reduce((s, body) => fold(s, { ...body, seq: s.seq + 1, at: NOW }), state)
}

/** Plays the run: every call ends well at this cost, but those that fail to be retried at once. */
function play(run: RunState, cost: (key: string) => Cost, fails: (key: string, attempt: number) => boolean): RunState {
  let state = run
  for (let i = 0; i < 100; i++) {
    const [first] = decide(state, NOW)
    if (!first) return state
    if (first.do === 'record') state = add(state, first.event)
    if (first.do !== 'call') continue
    const { stage, seat, attempt, labels, model } = first
    const key = { stage, seat, attempt }
    const text = JSON.stringify({ ranking: labels.map(({ label }) => label) })
    const usage = { inputTokens: 10, outputTokens: 10, reasoningTokens: null }
    const name = `${stage}/${seat}`
    const end = { ...key, text, chars: text.length, usage, cost: cost(name), firstTokenMs: 1 }
    const { prompt } = requestFor(state, first)
    state = add(state, { type: 'call.started', ...key, labels, model, prompt })
    state = fails(name, attempt)
      ? add(state, { type: 'call.failed', ...end, reason: 'empty', message: '', retryAt: NOW })
      : add(state, { type: 'call.completed', ...end, finish: 'stop' })
  }
  throw new Error('the run did not end')
}

const costs = (usd: number): Cost => ({
  status: 'priced',
  picoUsd: String(BigInt(Math.round(usd * 1e6)) * 1_000_000n),
  estimated: false,
})

describe('what a run may cost at most', () => {
  it('counts every call at full length, and what is read of the others’ answers', () => {
    // three answers of 4,000 tokens, four ballots of 2,000, a verdict of 4,000: 24,000 tokens written at 10 USD a million
    const written = (24_000n * 10n * USD) / 1_000_000n
    expect(total(runAt(PRICED, 1))).toBeGreaterThan(written)
    expect(total(runAt(PRICED, 1))).toBeLessThan(written * 2n)
  })

  it('grows with the context and the earlier turns', () => {
    const turn = { question: 'q'.repeat(3_000), answer: 'a'.repeat(3_000), stopped: false }
    expect(total(runAt(PRICED, 1, { context: 'c'.repeat(3_000) }))).toBeGreaterThan(total(runAt(PRICED, 1)))
    expect(total(runAt(PRICED, 1, { history: [turn] }))).toBeGreaterThan(total(runAt(PRICED, 1)))
  })

  it('is nothing for offline models, and never nothing where a price is unknown or makes no sense', () => {
    expect(total(runAt(DEMO, 1))).toBe(0n)
    expect(total(runAt(UNKNOWN, 1))).toBeGreaterThan(total(runAt(PRICED, 1)) * 5n)
    expect(total(runAt(NEGATIVE, 1))).toBe(total(runAt(UNKNOWN, 1)))
    expect(Object.values(runAt(UNKNOWN, 1).plan.budget!.prices).every((price) => price.isAssumed)).toBe(true)
  })

  it('is held against the dearest price that a model has, since prompt and thoughts may turn out long', () => {
    const long = { aboveTokens: 200_000, input: 2, output: 15, cachedInput: null }
    const pricesOf = (price: Price) => runAt(price, 1).plan.budget!.prices['a/1']
    expect(pricesOf({ ...PRICED, longContext: long })).toEqual({
      ...{ inputUsdPerMillion: 2, outputUsdPerMillion: 15, isAssumed: false },
    })
    expect(pricesOf({ ...PRICED, reasoningUsdPerMillion: 20, longContext: long })?.outputUsdPerMillion).toBe(20)
    expect(pricesOf({ ...PRICED, cachedInputUsdPerMillion: 3 })?.inputUsdPerMillion).toBe(3)
    const cheaper = { reasoningUsdPerMillion: 4, cachedInputUsdPerMillion: 0.1, longContext: null }
    expect(pricesOf({ ...PRICED, ...cheaper })).toEqual(pricesOf(PRICED))
  })

  it('leaves out what a sibling reuses', () => {
    const reused = ['s1', 's2', 's3'].map((seat) => ({ runId: 'run_0', seat, text: 'Kept.', partial: false }))
    expect(total(runAt(PRICED, 1, { reused }))).toBeLessThan(total(runAt(PRICED, 1)))
  })

  it('limits how long answers and ballots may be, since without an end there is no price', () => {
    const run = add(runAt(PRICED, 1), { type: 'run.started' }, { type: 'stage.started', stage: 'first_opinions' })
    const [first] = decide(run, NOW)
    if (first?.do !== 'call') throw new Error('a call is due')
    expect(requestFor(run, first).maxOutputTokens).toBe(4_000)
    expect(requestFor({ ...run, plan: { ...run.plan, budget: undefined as never } }, first).maxOutputTokens).toBeNull()
  })
})

describe('a run with a budget', () => {
  const never = () => false

  it('ends as any other where it suffices', () => {
    const end = play(runAt(PRICED, 1), () => costs(0.01), never)
    expect(end).toMatchObject({ status: 'completed', quality: 'full', reasons: [] })
  })

  it('asks nobody again where that could go beyond it, keeps the chairman’s share, and says so', () => {
    const enough = Number(total(runAt(PRICED, 1))) / 1e12
    const end = play(
      runAt(PRICED, enough),
      (key) => costs(key === 'first_opinions/s2' ? enough * 0.7 : 0.001),
      (key) => key === 'first_opinions/s2',
    )
    expect(end.calls.filter((call) => call.stage === 'first_opinions' && call.seat === 's2')).toHaveLength(1)
    expect(end.reasons).toContainEqual({ code: 'budget_reached', seat: 's2' })
    expect(end).toMatchObject({ status: 'completed', quality: 'degraded', answer: { lastResort: false } })
    expect(spentOf(end, end.plan.budget!)).toBeLessThanOrEqual(BigInt(end.plan.budget!.picoUsd))
  })

  it('lets the best answer stand in where not even the verdict can be paid', () => {
    const end = play(runAt(PRICED, 1), (key) => costs(key.startsWith('review') ? 0.3 : 0.001), never)
    expect(end.answer).toMatchObject({ stage: 'first_opinions', lastResort: true })
    expect(end.reasons).toContainEqual({ code: 'budget_reached', seat: 's4' })
    expect(end.reasons.map(({ code }) => code)).not.toContain('chairman_failed')
  })

  it('holds calls without a known cost to be dear, by the tokens that they took', () => {
    const unpriced: Cost = { status: 'unpriced', picoUsd: null, estimated: false }
    const end = play(runAt(UNKNOWN, 100), () => unpriced, never)
    const perCall = (10n * 15n * USD) / 1_000_000n + (10n * 75n * USD) / 1_000_000n
    expect(spentOf(end, end.plan.budget!)).toBe(perCall * BigInt(end.calls.length))
    expect(verdictOf(end).type).toBe('run.completed')
  })
})
