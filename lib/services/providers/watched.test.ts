import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startUpstream, type Upstream } from '../../../bench/upstream/server.ts'
import { type ProviderModels, providerModels } from '../../adapters/ai-sdk/models.ts'
import { BREAKER_POLICY } from '../../core/health/breaker.ts'
import { ModelError, type ModelRequest, type Models } from '../../ports/models.ts'
import { gate, scriptedModels } from '../../testing/scripted-models.ts'
import { type WatchedProviders, watchedProviders } from './providers.fixture.ts'
import { watched } from './watched.ts'

let upstream: Upstream
const open: ProviderModels[] = []
const never = new AbortController().signal

beforeAll(async () => {
  upstream = await startUpstream()
})
beforeEach(() => upstream.script([]))
afterAll(async () => {
  await Promise.all(open.map((models) => models.close()))
  await upstream.close()
})

let made = 0

/** A provider of its own on the fake upstream; its requests carry its tag, so that the log tells them apart. */
function provider(options: { maxInFlight?: number } = {}) {
  const name = `p${++made}`
  const at = { name, label: name, baseUrl: `${upstream.url}/v1`, apiKey: 'k', models: ['a:ttft=1,gap=0,n=3', 'b'] }
  const models = providerModels({ providers: [{ kind: 'compatible', ...at }] })
  open.push(models)
  const around = watchedProviders({ ...options, list: () => models.list() })
  const port = watched(models, around.watch)
  return {
    ...around,
    ask: (model = 'a:ttft=1,gap=0,n=3', signal = never) => ask(port, `${name}/${model}`, { tag: name, signal }),
    requests: () => upstream.log(name),
    report: () => reportOf(around, name),
  }
}

function reportOf({ watch }: WatchedProviders, name: string) {
  const report = watch.reports().find((one) => one.provider === name)
  if (!report) throw new Error(`${name} is not reported`)
  return report
}

/** Asks and says how it ended: the text, or why not. */
async function ask(models: Models, model: string, options: { tag: string; signal: AbortSignal }) {
  const pieces: string[] = []
  const sink = { onText: (piece: string) => void pieces.push(piece), onActivity: () => {} }
  const error = await models.stream(requestFor(model, options.tag), sink, options.signal).then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error === null) return pieces.join('')
  if (!(error instanceof ModelError)) throw error
  return error
}

function requestFor(model: string, tag: string): ModelRequest {
  const question = `What is it? [tag:${tag}]`
  return {
    ...{ model, prompt: 'member@1', instructions: '', messages: [{ role: 'user', content: question }] },
    ...{ inputs: { task: 'answer', question, history: [] }, schema: null, maxOutputTokens: null },
    ...{ temperature: null, seed: `seed-${tag}` },
  }
}

const struck = (fault: string, retryAfter: string | null = null) =>
  upstream.script([{ physics: { fault: fault as '503', retryAfter, limits: 0 } }])

/** Asks until the breaker opens. */
async function broken() {
  const one = provider()
  struck('503')
  for (let i = 0; i < BREAKER_POLICY.failures; i++) await one.ask()
  return one
}

function nextProbeMs({ report, clock }: ReturnType<typeof provider>): number {
  return (report().breaker.nextProbeAt ?? Number.NaN) - clock.now()
}

describe('a provider that answers with errors', () => {
  it('is left alone after some: further calls fail at once and reach nobody', async () => {
    const one = await broken()
    expect(one.requests()).toHaveLength(BREAKER_POLICY.failures)
    const error = await one.ask()
    expect(error).toMatchObject({ reason: 'provider_down', retryable: true, retryAfterMs: nextProbeMs(one) })
    // what was not sent costs nothing, and that is known
    expect(error).toMatchObject({ usage: { inputTokens: 0, outputTokens: 0 } })
    expect(one.requests()).toHaveLength(BREAKER_POLICY.failures)
    expect(one.report()).toMatchObject({ status: 'down', reason: 'paused', cause: 'upstream_error' })
    expect(one.logged).toEqual(['provider.opened'])
  })

  it('is tried by one call after its period, while the others still fail at once, and is well again with its success', async () => {
    const one = await broken()
    upstream.script([{ physics: { fault: null, ttft: 20 } }])
    await one.clock.advance(nextProbeMs(one))
    expect(one.report()).toMatchObject({ status: 'degraded', reason: 'recovering' })
    const probe = one.ask()
    expect(await one.ask()).toMatchObject({ reason: 'provider_down' })
    expect(await probe).not.toBeInstanceOf(ModelError)
    expect(one.requests()).toHaveLength(BREAKER_POLICY.failures + 1)
    expect(one.report().breaker).toEqual({ state: 'closed', nextProbeAt: null, isProbing: false })
    expect(await one.ask()).not.toBeInstanceOf(ModelError)
    expect(one.logged).toEqual(['provider.opened', 'provider.closed'])
  })

  it('is left alone for longer when the try fails too', async () => {
    const one = await broken()
    const first = nextProbeMs(one)
    await one.clock.advance(first)
    expect(await one.ask()).toMatchObject({ reason: 'upstream_error' })
    expect(nextProbeMs(one)).toBeGreaterThan(BREAKER_POLICY.firstMs - 1)
    expect(one.report().breaker.state).toBe('open')
  })

  it('lets the next call try when the one that tried was stopped by its person', async () => {
    const one = await broken()
    upstream.script([{ physics: { fault: 'hang' } }])
    await one.clock.advance(nextProbeMs(one))
    const stop = new AbortController()
    const probe = one.ask(undefined, stop.signal)
    await expect.poll(() => one.requests().length).toBe(BREAKER_POLICY.failures + 1)
    stop.abort()
    expect(await probe).toMatchObject({ reason: 'stopped' })
    upstream.script([])
    expect(await one.ask()).not.toBeInstanceOf(ModelError)
  })
})

describe('what opens a breaker', () => {
  it.each([
    ['401', 'misconfigured/key_refused'],
    ['400', 'operational/answers'],
    ['404', 'operational/answers'],
    ['context', 'operational/answers'],
    ['refusal', 'operational/answers'],
    ['empty', 'operational/answers'],
  ])('is not %s, however often it comes', async (fault, expected) => {
    const one = provider()
    struck(fault)
    for (let i = 0; i < BREAKER_POLICY.failures + 1; i++) expect(await one.ask()).toBeInstanceOf(ModelError)
    const { status, reason, breaker } = one.report()
    expect([`${status}/${reason}`, breaker.state]).toEqual([expected, 'closed'])
    expect(one.requests()).toHaveLength(BREAKER_POLICY.failures + 1)
  })

  it.each(['502', 'cut', 'malformed-200', 'garbage', 'error-in-200'])('is %s', async (fault) => {
    const one = provider()
    struck(fault)
    for (let i = 0; i < BREAKER_POLICY.failures; i++) expect(await one.ask()).toBeInstanceOf(ModelError)
    expect(one.report().breaker.state).toBe('open')
  })

  it('is the patience of callers at its end, and not a person who stops', async () => {
    const one = provider()
    upstream.script([{ physics: { fault: 'hang' } }])
    const leave = async (reason: unknown) => {
      const controller = new AbortController()
      const before = one.requests().length
      const call = one.ask(undefined, controller.signal)
      await expect.poll(() => one.requests().length).toBe(before + 1)
      controller.abort(reason)
      return call
    }
    for (let i = 0; i < BREAKER_POLICY.failures; i++)
      expect(await leave(undefined)).toMatchObject({ reason: 'stopped' })
    expect(one.report()).toMatchObject({ status: 'unknown', availability: { healthy: 0, unhealthy: 0, share: null } })
    for (let i = 0; i < BREAKER_POLICY.failures; i++) await leave(new DOMException('Too slow.', 'TimeoutError'))
    expect(one.report()).toMatchObject({ status: 'down', cause: 'first_token_timeout' })
  })
})

describe('a 429', () => {
  it('with Retry-After keeps its model from being asked for so long, and no other', async () => {
    const one = provider()
    struck('429', '20')
    expect(await one.ask()).toMatchObject({ reason: 'rate_limited', retryAfterMs: 20_000 })
    upstream.script([])
    await one.clock.advance(5_000)
    expect(await one.ask()).toMatchObject({ reason: 'rate_limited', retryable: true, retryAfterMs: 15_000 })
    expect(one.requests()).toHaveLength(1)
    expect(one.report()).toMatchObject({ status: 'degraded', reason: 'rate_limited', breaker: { state: 'closed' } })
    expect(await one.ask('b')).not.toBeInstanceOf(ModelError)
    await one.clock.advance(15_000)
    expect(await one.ask()).not.toBeInstanceOf(ModelError)
    expect(one.report()).toMatchObject({ status: 'operational', limitedUntil: null })
  })

  it('without one keeps nobody waiting and opens nothing', async () => {
    const one = provider()
    struck('429')
    for (let i = 0; i < BREAKER_POLICY.failures + 1; i++)
      expect(await one.ask()).toMatchObject({ reason: 'rate_limited' })
    expect(one.requests()).toHaveLength(BREAKER_POLICY.failures + 1)
    expect(one.report().breaker.state).toBe('closed')
  })
})

describe('calls at the same time', () => {
  it('are as many as the limit; the others follow in the order they came', async () => {
    const doors = Array.from({ length: 4 }, () => gate())
    const sent: string[] = []
    const models = scriptedModels(async (request) => {
      sent.push(request.seed)
      await doors[sent.length - 1]?.opened
      return 'Done.'
    })
    const { watch } = watchedProviders({ maxInFlight: 2, list: () => models.list() })
    const port = watched(models, watch)
    const calls = ['1', '2', '3', '4'].map((tag) => ask(port, 'test/oak', { tag, signal: never }))
    await expect.poll(() => sent).toEqual(['seed-1', 'seed-2'])
    expect(watch.reports()[0]).toMatchObject({ inFlight: 2, waiting: 2, limit: 2, reason: 'busy' })
    doors[1]?.open()
    await expect.poll(() => sent).toEqual(['seed-1', 'seed-2', 'seed-3'])
    for (const door of doors) door.open()
    expect(await Promise.all(calls)).toEqual(['Done.', 'Done.', 'Done.', 'Done.'])
    expect(watch.reports()[0]).toMatchObject({ inFlight: 0, waiting: 0 })
  })

  it('over the limit leave the queue when they are stopped, and never reach the provider', async () => {
    const one = provider({ maxInFlight: 1 })
    upstream.script([{ physics: { fault: 'hang' } }])
    const [first, second] = [new AbortController(), new AbortController()]
    const running = one.ask(undefined, first.signal)
    const waiting = one.ask(undefined, second.signal)
    await expect.poll(() => one.report()).toMatchObject({ inFlight: 1, waiting: 1 })
    second.abort()
    expect(await waiting).toMatchObject({ reason: 'stopped' })
    expect(one.report()).toMatchObject({ inFlight: 1, waiting: 0 })
    await expect.poll(() => one.requests().length).toBe(1)
    first.abort()
    await running
    expect(one.report()).toMatchObject({ inFlight: 0 })
    expect(one.requests()).toHaveLength(1)
  })

  it('that wait are sent away when the provider begins to fail', async () => {
    const doors = Array.from({ length: BREAKER_POLICY.failures }, () => gate())
    let sent = 0
    const models = scriptedModels(async () => {
      await doors[sent++]?.opened
      return new ModelError('unreachable', 'Gone.', { retryable: true })
    })
    const { watch } = watchedProviders({ maxInFlight: doors.length, list: () => models.list() })
    const port = watched(models, watch)
    const calls = [...doors, null, null].map((_, i) => ask(port, 'test/oak', { tag: String(i), signal: never }))
    await expect.poll(() => sent).toBe(doors.length)
    for (const door of doors) door.open()
    expect(await Promise.all(calls)).toEqual([
      ...doors.map(() => expect.objectContaining({ reason: 'unreachable' })),
      expect.objectContaining({ reason: 'provider_down' }),
      expect.objectContaining({ reason: 'provider_down' }),
    ])
    expect(sent).toBe(doors.length)
  })
})

describe('what is seen of a call', () => {
  it('is how long its first text took, that it went well, and what its headers said', async () => {
    const resetAt = 1_750_000_030_000
    const requests = { limit: 100, remaining: 40, resetAt }
    const heard: unknown[] = []
    const models = scriptedModels(async (_request, sink) => {
      sink.onHeadroom?.({ requests, tokens: null })
      await around.clock.advance(300)
      sink.onText('First, ')
      await around.clock.advance(700)
      return 'last.'
    })
    const around = watchedProviders({ list: () => models.list() })
    const sink = { onText: () => {}, onActivity: () => {}, onHeadroom: (said: unknown) => void heard.push(said) }
    await watched(models, around.watch).stream(requestFor('test/oak', 'x'), sink, never)
    expect(heard).toEqual([{ requests, tokens: null }])
    expect(around.watch.reports()[0]).toMatchObject({
      latency: { count: 1, meanMs: 300, p50Ms: 300, p95Ms: 300 },
      availability: { healthy: 1, unhealthy: 0, share: 1 },
      headroom: { requests, tokens: null },
    })
    await around.clock.advance(29_000)
    expect(around.watch.reports()[0]?.headroom).toEqual({ requests: null, tokens: null })
  })

  it('is nothing of a demo model, which is never held back', async () => {
    const models = scriptedModels(() => new ModelError('upstream_error', 'Broken.', { retryable: true }))
    const demo: Models = { ...models, list: () => models.list().map((model) => ({ ...model, demo: true })) }
    const { watch } = watchedProviders({ list: () => demo.list() })
    for (let i = 0; i < 20; i++)
      expect(await ask(watched(demo, watch), 'test/oak', { tag: 'x', signal: never })).toMatchObject({
        reason: 'upstream_error',
      })
    expect(watch.reports()).toEqual([expect.objectContaining({ isBuiltIn: true, status: 'operational' })])
  })
})
