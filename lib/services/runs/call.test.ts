import { describe, expect, it } from 'vitest'
import { manualClock } from '../../adapters/memory/clock.ts'
import { DEFAULT_LIMITS } from '../../core/council/presets.ts'
import type { ModelRequest } from '../../core/council/request.ts'
import { ModelError, type ModelSink } from '../../ports/models.ts'
import { type Script, scriptedModels } from '../../testing/scripted-models.ts'
import { callModel } from './call.ts'

const request: ModelRequest = {
  model: 'test/ash',
  prompt: 'member@1',
  instructions: '',
  messages: [{ role: 'user', content: 'Why?' }],
  inputs: { task: 'answer', question: 'Why?', history: [] },
  schema: null,
  maxOutputTokens: null,
  temperature: null,
  seed: 's',
}

/** A call under way on a clock that the test moves; the script's sink is at hand. */
function begin(script?: Script) {
  const clock = manualClock()
  const stop = new AbortController()
  const held: { sink?: ModelSink; signal?: AbortSignal } = {}
  const models = scriptedModels(
    script ??
      ((_request, sink, signal) => {
        Object.assign(held, { sink, signal })
        return new Promise<string>(() => {})
      }),
  )
  let shown = ''
  const onText = (text: string) => {
    shown += text
  }
  const outcome = callModel({ models, clock, limits: DEFAULT_LIMITS }, request, onText, stop.signal)
  return { clock, stop, held, outcome, shown: () => shown }
}

describe('a call', () => {
  it('that ends well gives its text, usage and time to the first character', async () => {
    const { outcome } = begin(() => 'Because.')
    expect(await outcome).toMatchObject({ ok: true, text: 'Because.', finish: 'stop', firstTokenMs: 0 })
  })

  it('that sends nothing for a minute fails as first_token_timeout, may be tried again, and is aborted upstream', async () => {
    const { clock, held, outcome } = begin()
    await clock.advance(DEFAULT_LIMITS.firstTokenMs)
    expect(await outcome).toMatchObject({ ok: false, reason: 'first_token_timeout', retryable: true, text: '' })
    expect(held.signal?.aborted).toBe(true)
  })

  it('says to whoever serves it whether it was too slow or a person stopped it', async () => {
    const [slow, stopped] = [begin(), begin()]
    await slow.clock.advance(DEFAULT_LIMITS.firstTokenMs)
    stopped.stop.abort()
    await Promise.all([slow.outcome, stopped.outcome])
    expect([slow, stopped].map(({ held }) => held.signal?.reason.name)).toEqual(['TimeoutError', 'AbortError'])
  })

  it('that only showed a sign of life has its whole time to think before the first character', async () => {
    const clock = manualClock()
    const held: { sink?: ModelSink } = {}
    const models = scriptedModels((_request, sink) => {
      held.sink = sink
      return new Promise<string>(() => {})
    })
    const limits = { ...DEFAULT_LIMITS, firstTokenMs: 180_000 }
    const outcome = callModel({ models, clock, limits }, request, () => {}, new AbortController().signal)
    held.sink?.onActivity()
    await clock.advance(179_000)
    held.sink?.onText('At last')
    await clock.advance(DEFAULT_LIMITS.idleMs + 1)
    expect(await outcome).toMatchObject({ reason: 'idle_timeout', text: 'At last', firstTokenMs: 179_000 })
  })

  it('that falls silent in the middle fails as idle_timeout and keeps what came', async () => {
    const { clock, held, outcome } = begin()
    await clock.advance(10)
    held.sink?.onText('Half')
    await clock.advance(DEFAULT_LIMITS.idleMs + 1)
    expect(await outcome).toMatchObject({ ok: false, reason: 'idle_timeout', text: 'Half', firstTokenMs: 10 })
  })

  it('lives on while it shows any sign of life, reasoning included', async () => {
    const { clock, held, outcome } = begin()
    for (let i = 0; i < 5; i++) {
      await clock.advance(DEFAULT_LIMITS.idleMs - 20_000)
      held.sink?.onActivity()
    }
    await clock.advance(DEFAULT_LIMITS.callMs)
    expect(await outcome).toMatchObject({ ok: false, reason: 'call_timeout', retryable: true })
  })

  it('that writes without end is cut at the cap and marked too_long', async () => {
    const { held, outcome, shown } = begin()
    held.sink?.onText('x'.repeat(DEFAULT_LIMITS.answerChars + 5))
    expect(await outcome).toMatchObject({ ok: false, reason: 'too_long', retryable: true })
    expect(shown().length).toBe(DEFAULT_LIMITS.answerChars)
  })

  it('that answers with blanks only fails as empty', async () => {
    expect(await begin(() => ' \n').outcome).toMatchObject({ ok: false, reason: 'empty', retryable: true })
  })

  it('that is stopped ends at once, keeps its text, and drops what comes late', async () => {
    const { stop, held, outcome, shown } = begin()
    held.sink?.onText('So far')
    stop.abort()
    expect(await outcome).toMatchObject({ ok: false, reason: 'stopped', text: 'So far' })
    held.sink?.onText(' and late')
    expect(shown()).toBe('So far')
  })

  it('that was stopped before it began sends nothing', async () => {
    const clock = manualClock()
    const stop = new AbortController()
    stop.abort()
    const models = scriptedModels(() => 'never')
    const outcome = await callModel({ models, clock, limits: DEFAULT_LIMITS }, request, () => {}, stop.signal)
    expect(outcome).toMatchObject({ ok: false, reason: 'stopped' })
  })

  it('keeps the provider’s reason and its Retry-After', async () => {
    const error = new ModelError('rate_limited', 'Too many.', { retryable: true, retryAfterMs: 1500 })
    expect(await begin(() => error).outcome).toMatchObject({ ok: false, reason: 'rate_limited', retryAfterMs: 1500 })
  })

  it('masks what an adapter throws by mistake', async () => {
    const { outcome } = begin(() => {
      throw new Error('secret in the message')
    })
    const end = await outcome
    expect(end).toMatchObject({ ok: false, reason: 'upstream_error' })
    expect(JSON.stringify(end)).not.toContain('secret')
  })
})
