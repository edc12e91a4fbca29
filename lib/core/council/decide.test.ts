import { describe, expect, it } from 'vitest'
import { ballotFor } from '../../testing/scripted-models.ts'
import { type Command, decide } from './decide.ts'
import type { RunEventBody } from './events.ts'
import { fold } from './fold.ts'
import { DEFAULT_LIMITS, PRESETS, seatCouncil, seatSingle } from './presets.ts'
import { nextAttempt } from './retry.ts'
import { initialState, type RunState } from './state.ts'
import type { FailureReason, Plan } from './types.ts'

const NOW = 1_000_000
const MODELS = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ id: `demo/${name}`, name: name.toUpperCase(), demo: true }))
const USAGE = { inputTokens: 1, outputTokens: 1, reasoningTokens: null }
const FREE = { status: 'free' as const, picoUsd: '0', estimated: false }

function planOf(patch: Partial<Plan> = {}): Plan {
  const base = { version: 1 as const, seed: 'seed-0123456789', limits: DEFAULT_LIMITS, history: [], reused: [] }
  const rest = { startAt: 'first_opinions' as const, estimate: { durationMs: null } }
  return { ...base, ...rest, ...seatCouncil(PRESETS.standard, MODELS), ...patch }
}

function begun(plan: Plan): RunState {
  const seed = { id: 'run_1', conversationId: 'cnv_1', turnId: 'trn_1', question: 'Why?', plan, sourceRunId: null }
  return initialState({ ...seed, createdAt: NOW })
}

function add(state: RunState, ...bodies: RunEventBody[]): RunState {
  return bodies.reduce((s, body) => fold(s, { ...body, seq: s.seq + 1, at: NOW }), state)
}

/** Carries out every decision that needs no model. */
function settle(state: RunState, now = NOW): { state: RunState; commands: Command[] } {
  let current = state
  for (let i = 0; i < 100; i++) {
    const commands = decide(current, now)
    const first = commands[0]
    if (first?.do !== 'record') return { state: current, commands }
    current = add(current, first.event)
  }
  throw new Error('decide did not come to rest')
}

type Ending = { text?: string; fail?: 'final' | 'again' | FailureReason }

/** Starts and ends every call that is due, as `how` says by `stage/seat`. */
function play(state: RunState, how: (key: string, attempt: number, model: string) => Ending, now = NOW): RunState {
  let current = state
  for (let i = 0; i < 30; i++) {
    const settled = settle(current, now)
    current = settled.state
    const calls = settled.commands.filter((command) => command.do === 'call')
    if (calls.length === 0) return current
    for (const { stage, seat, attempt, model, labels, isRepair, standIn, leftOut } of calls) {
      const key = { stage, seat, attempt }
      const prompt = isRepair ? 'repair@1' : 'any@1'
      const seated = { ...(standIn && { standIn }), ...(leftOut > 0 && { leftOut }) }
      current = add(current, { type: 'call.started', ...key, labels, model, prompt, ...seated })
      const { text = ballotFor(labels.map(({ label }) => label)), fail } = how(`${stage}/${seat}`, attempt, model)
      const shared = { ...key, text, chars: text.length, usage: USAGE, cost: FREE, firstTokenMs: 1 }
      const failed = { message: 'It failed.', ...failureOf(current, { ...key, model }, fail, now) }
      current = fail
        ? add(current, { type: 'call.failed', ...shared, ...failed })
        : add(current, { type: 'call.completed', ...shared, finish: 'stop' })
    }
  }
  throw new Error('the run did not end')
}

/** A reason is followed up by the rules, without waiting; the others say themselves what follows. */
function failureOf(state: RunState, call: Parameters<typeof nextAttempt>[1], fail: Ending['fail'], now: number) {
  const plain = { reason: 'upstream_error' as const, retryAt: fail === 'again' ? now : null }
  if (fail === undefined || fail === 'again' || fail === 'final') return plain
  const failure = { reason: fail, retryable: false, retryAfterMs: null, chars: 0, promptTokens: 100 }
  return { reason: fail, ...nextAttempt(state, call, failure, now) }
}

const calls = (state: RunState, stage: string) => state.calls.filter((call) => call.stage === stage)

describe('decide', () => {
  it('takes a standard council from the question to a full verdict with four answers, four ballots and one synthesis', () => {
    const end = play(begun(planOf()), () => ({}))
    expect(end.status).toBe('completed')
    expect(end.quality).toBe('full')
    expect([
      calls(end, 'first_opinions').length,
      calls(end, 'review').length,
      calls(end, 'final_response').length,
    ]).toEqual([4, 4, 1])
    expect(end.answer).toMatchObject({ stage: 'final_response', seat: 's5', lastResort: false })
  })

  it('lets the chairman review as well in a quick council, so that every pair of answers has two judges', () => {
    const end = play(begun(planOf(seatCouncil(PRESETS.quick, MODELS))), () => ({}))
    expect(calls(end, 'review').map((call) => [call.seat, call.labels.length])).toEqual([
      ['s1', 2],
      ['s2', 2],
      ['s3', 2],
      ['s4', 3],
    ])
  })

  it('never shows a reviewer its own answer', () => {
    const end = play(begun(planOf()), () => ({}))
    for (const call of calls(end, 'review')) expect(call.labels.map(({ seat }) => seat)).not.toContain(call.seat)
  })

  it('asks a single model once and takes its text as the answer', () => {
    const end = play(begun(planOf(seatSingle(MODELS[0]!))), () => ({ text: 'Because.' }))
    expect(end.status).toBe('completed')
    expect(end.calls.map((call) => call.stage)).toEqual(['final_response'])
  })

  it('gives a failed seat its retry and goes on without it when that fails too', () => {
    const end = play(begun(planOf()), (key, attempt) =>
      key === 'first_opinions/s2' ? { fail: attempt === 1 ? 'again' : 'final' } : {},
    )
    expect(calls(end, 'first_opinions').filter((call) => call.seat === 's2').length).toBe(2)
    expect(end.quality).toBe('degraded')
    expect(end.reasons).toContainEqual({ code: 'seat_failed', seat: 's2', reason: 'upstream_error' })
  })

  it('waits until the retry time before a seat starts again', () => {
    let state = settle(begun(planOf())).state
    for (const command of settle(state).commands) {
      if (command.do !== 'call') continue
      const { stage, seat, attempt, labels } = command
      state = add(state, { type: 'call.started', stage, seat, attempt, labels, model: 'm', prompt: 'p' })
    }
    const failed = {
      stage: 'first_opinions' as const,
      seat: 's1',
      attempt: 1,
      text: '',
      chars: 0,
      usage: USAGE,
      cost: FREE,
    }
    const why = { reason: 'rate_limited' as const, message: '', firstTokenMs: null, retryAt: NOW + 500 }
    state = add(state, { type: 'call.failed', ...failed, ...why })
    expect(decide(state, NOW)).toEqual([{ do: 'wake', at: NOW + 500 }])
    expect(decide(state, NOW + 500)).toMatchObject([{ do: 'call', seat: 's1', attempt: 2 }])
  })

  it('skips the review with one answer left and says so', () => {
    const end = play(begun(planOf()), (key) => (/first_opinions\/s[234]/.test(key) ? { fail: 'final' } : {}))
    expect(calls(end, 'review')).toEqual([])
    expect(end.reasons).toContainEqual({ code: 'no_review_one_answer' })
    expect(end.status).toBe('completed')
  })

  it('counts scores only with two answers left and says so', () => {
    const end = play(begun(planOf()), (key) => (/first_opinions\/s[34]/.test(key) ? { fail: 'final' } : {}))
    expect(end.tally?.method).toBe('scores')
    expect(end.reasons).toContainEqual({ code: 'scores_only_two_answers' })
  })

  it('sends an unreadable ballot back once and counts the repaired one as repaired', () => {
    const end = play(begun(planOf()), (key, attempt) =>
      key === 'review/s1' && attempt === 1 ? { text: 'I like them all.' } : {},
    )
    expect(end.ballots.find((b) => b.reviewer === 's1')?.status).toBe('repaired')
    expect(
      calls(end, 'review')
        .filter((call) => call.seat === 's1')
        .map((call) => call.prompt),
    ).toEqual(['any@1', 'repair@1'])
  })

  it('drops a ballot that stays unreadable, shows it as invalid and degrades the run', () => {
    const end = play(begun(planOf()), (key) => (key === 'review/s1' ? { text: 'I like them all.' } : {}))
    expect(end.ballots.find((b) => b.reviewer === 's1')).toMatchObject({ status: 'invalid', raw: 'I like them all.' })
    expect(end.reasons).toContainEqual({ code: 'ballot_invalid', seat: 's1' })
    expect(end.tally?.ballots).toMatchObject({ valid: 3, invalid: 1 })
  })

  it('goes on without any ballot, and the chairman is told', () => {
    const end = play(begun(planOf()), (key) => (key.startsWith('review') ? { fail: 'final' } : {}))
    expect(end.status).toBe('completed')
    expect(end.reasons).toContainEqual({ code: 'no_valid_ballot' })
    expect(end.tally?.winner).toBeNull()
  })

  it('falls back to the best ranked answer, labelled, when the chairman fails', () => {
    const end = play(begun(planOf()), (key) => (key.startsWith('final') ? { fail: 'final' } : {}))
    expect(end.answer).toMatchObject({ stage: 'first_opinions', seat: end.tally?.winner, lastResort: true })
    expect(end.quality).toBe('degraded')
  })

  it('fails with a reason per seat when nobody answered', () => {
    const end = play(begun(planOf()), () => ({ fail: 'final' }))
    expect(end.status).toBe('failed')
    expect(end.reasons.filter((reason) => reason.code === 'seat_failed').length).toBe(4)
  })

  it('aborts what is running when asked to stop and keeps what is finished', () => {
    let state = settle(begun(planOf())).state
    for (const command of settle(state).commands) {
      if (command.do !== 'call') continue
      const { stage, seat, attempt, labels } = command
      state = add(state, { type: 'call.started', stage, seat, attempt, labels, model: 'm', prompt: 'p' })
    }
    state = add(state, { type: 'run.stop_requested' })
    expect(decide(state, NOW).map((command) => command.do)).toEqual(['abort', 'abort', 'abort', 'abort'])
    for (const seat of ['s1', 's2', 's3', 's4']) {
      const key = {
        stage: 'first_opinions' as const,
        seat,
        attempt: 1,
        text: 'half',
        chars: 4,
        usage: USAGE,
        cost: FREE,
      }
      state = add(state, {
        type: 'call.failed',
        ...key,
        reason: 'stopped',
        message: '',
        firstTokenMs: 1,
        retryAt: null,
      })
    }
    expect(settle(state).state).toMatchObject({ status: 'cancelled', answer: null })
  })

  it('writes from what is there without asking members or reviewers again', () => {
    const reused = [{ runId: 'run_0', seat: 's1', text: 'An answer.', partial: true }]
    const end = play(begun(planOf({ startAt: 'final_response', reused })), () => ({ text: 'Verdict.' }))
    expect(end.calls.map((call) => call.stage)).toEqual(['final_response'])
    expect(end.reasons).toContainEqual({ code: 'written_from_partial' })
  })

  it('asks only the seats that have no reused answer', () => {
    const reused = ['s1', 's3', 's4'].map((seat) => ({ runId: 'run_0', seat, text: 'Kept.', partial: false }))
    const end = play(begun(planOf({ reused })), () => ({}))
    expect(calls(end, 'first_opinions').map((call) => call.seat)).toEqual(['s2'])
    expect(calls(end, 'review').length).toBe(4)
  })

  it('comes to the same commands from the same state, whenever it is asked', () => {
    const state = settle(begun(planOf())).state
    expect(decide(state, NOW)).toEqual(decide(structuredClone(state), NOW))
  })
})

const SPARE = [
  { model: 'two/x', name: 'X', demo: false, contextTokens: 32_000 },
  { model: 'three/y', name: 'Y', demo: false, contextTokens: 4_000 },
]

/** A standard council in which every seat has the same two stand-ins. */
function withSpares(patch: Partial<Plan> = {}): Plan {
  const plan = planOf(patch)
  return { ...plan, seats: plan.seats.map((seat) => ({ ...seat, contextTokens: 8_000, fallbacks: SPARE })) }
}

describe('a stand-in', () => {
  it('takes the seat of a model that failed for good, and it is said once, with who and why', () => {
    const end = play(begun(withSpares()), (_key, _attempt, model) =>
      model === 'demo/b' ? { fail: 'unauthorized' } : {},
    )
    expect(
      calls(end, 'first_opinions')
        .filter((call) => call.seat === 's2')
        .map((call) => call.model),
    ).toEqual(['demo/b', 'two/x'])
    expect(end).toMatchObject({ status: 'completed', quality: 'degraded' })
    expect(end.reasons).toEqual([
      {
        code: 'fallback_used',
        ...{ seat: 's2', model: 'two/x', name: 'X', insteadOf: 'demo/b', reason: 'unauthorized' },
      },
    ])
  })

  it('stays in the seat for the stages that follow', () => {
    const end = play(begun(withSpares()), (_key, _attempt, model) =>
      model === 'demo/b' ? { fail: 'unauthorized' } : {},
    )
    expect(
      calls(end, 'review')
        .filter((call) => call.seat === 's2')
        .map((call) => call.model),
    ).toEqual(['two/x'])
  })

  it('follows another one that failed too, and the seat is out when none is left', () => {
    const tried: string[] = []
    const end = play(begun(withSpares()), (key, _attempt, model) => {
      if (key !== 'first_opinions/s2') return {}
      tried.push(model)
      return { fail: 'unknown_model' }
    })
    expect(tried).toEqual(['demo/b', 'two/x', 'three/y'])
    expect(end.reasons).toContainEqual({ code: 'seat_failed', seat: 's2', reason: 'unknown_model' })
  })

  it('writes the verdict where the chairman cannot; the best answer stands in only after the last of them', () => {
    const one = play(begun(withSpares()), (key, _attempt, model) =>
      key.startsWith('final') && model === 'demo/e' ? { fail: 'unreachable' } : {},
    )
    expect(one.answer).toMatchObject({ stage: 'final_response', seat: 's5', attempt: 2, lastResort: false })
    expect(one.reasons).toMatchObject([{ code: 'fallback_used', seat: 's5', model: 'two/x', reason: 'unreachable' }])
    const none = play(begun(withSpares()), (key) => (key.startsWith('final') ? { fail: 'unreachable' } : {}))
    expect(none.answer).toMatchObject({ stage: 'first_opinions', lastResort: true })
    expect(none.reasons).toEqual([{ code: 'chairman_failed', reason: 'unreachable' }])
  })

  it('repairs the ballot that it wrote itself', () => {
    const asked: string[] = []
    play(begun(withSpares()), (key, _attempt, model) => {
      if (key !== 'review/s1') return {}
      asked.push(model)
      return model === 'demo/a' ? { fail: 'unauthorized' } : { text: 'I like them all.' }
    })
    expect(asked).toEqual(['demo/a', 'two/x', 'two/x'])
  })

  it('that reads more is asked instead of a model that the request would not fit into', () => {
    const end = play({ ...begun(withSpares()), question: 'Why? '.repeat(5_000) }, () => ({ text: 'So.' }))
    expect(new Set(calls(end, 'first_opinions').map((call) => call.model))).toEqual(new Set(['two/x']))
    expect(end.reasons).toContainEqual({
      code: 'moved_to_larger_window',
      ...{ seat: 's1', model: 'two/x', name: 'X', insteadOf: 'demo/a' },
    })
  })

  it('that reads more follows a model whose provider says that the request is too long', () => {
    const end = play(begun(withSpares()), (_key, _attempt, model) =>
      model === 'demo/c' ? { fail: 'context_overflow' } : {},
    )
    expect(end.reasons).toMatchObject([{ code: 'moved_to_larger_window', seat: 's3', model: 'two/x' }])
  })

  it('is not asked where fewer earlier turns are enough and nobody reads more; that too is said', () => {
    const turn = { question: 'q'.repeat(3_000), answer: 'a'.repeat(3_000), stopped: false }
    const plan = withSpares({ history: [turn, turn, turn, turn] })
    const small = { ...plan, seats: plan.seats.map(({ fallbacks: _none, ...seat }) => seat) }
    const end = play(begun(small), () => ({}))
    expect(end.reasons).toContainEqual({ code: 'history_trimmed', seat: 's1', turns: 2 })
    expect(end.reasons).toContainEqual({ code: 'history_trimmed', seat: 's5', turns: 2 })
    expect(end.reasons.filter((reason) => reason.code === 'history_trimmed')).toHaveLength(5)
  })

  it('is not waited for after the end of a stage: the seat is out', () => {
    let state = settle(begun(withSpares())).state
    const [first] = settle(state).commands
    if (first?.do !== 'call') throw new Error('a call is due')
    const { stage, seat, attempt, labels, model } = first
    const key = { stage, seat, attempt }
    state = add(state, { type: 'call.started', ...key, labels, model, prompt: 'p' })
    const failed = { text: '', chars: 0, usage: USAGE, cost: FREE, firstTokenMs: null, message: '' }
    state = add(state, { type: 'call.failed', ...key, ...failed, reason: 'rate_limited', retryAt: NOW + 500 })
    const end = NOW + (DEFAULT_LIMITS.stageMs ?? 0)
    expect(decide(state, end)).toEqual([
      { do: 'record', event: { type: 'seat.failed', stage, seat, reason: 'rate_limited' } },
    ])
  })
})
