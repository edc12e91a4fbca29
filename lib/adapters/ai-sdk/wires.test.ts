import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startUpstream, type Upstream } from '../../../bench/upstream/server.ts'
import { wordsOf } from '../../../bench/upstream/words.ts'
import { BALLOT_SCHEMA } from '../../core/council/ballots.ts'
import type { ModelError } from '../../ports/models.ts'
import { callMark } from './answer.ts'
import { ask, type FakeKind, failureIn, fakeProvider, makeProviders, requestFor } from './over-the-wire.fixture.ts'

let upstream: Upstream
const providers = makeProviders()

beforeAll(async () => {
  upstream = await startUpstream()
})

afterAll(async () => {
  await providers.close()
  await upstream.close()
})

const KINDS: FakeKind[] = ['responses', 'chat', 'anthropic', 'google', 'openrouter', 'ollama', 'compatible']

describe.each(KINDS)('%s over its wire', (kind) => {
  const serving = (model: string, apiKey?: string) => providers.one(fakeProvider(upstream, kind, model, apiKey))

  async function failureOf(model: string, apiKey?: string): Promise<ModelError & { text: string; tag: string }> {
    const request = requestFor(model)
    return Object.assign(failureIn(await ask(serving(model, apiKey), request)), { tag: request.tag })
  }

  it('brings the answer word for word, the first word by itself', async () => {
    const model = 'a:ttft=5,n=60,gap=2'
    const request = requestFor(model)
    const { text, pieces, result, error } = await ask(serving(model), request)
    expect(error).toBeNull()
    expect(text).toBe(wordsOf('a', 60))
    expect(pieces[0]).toBe('a1')
    expect(result?.finish).toBe('stop')
    expect(upstream.log(request.tag)[0]?.call).toBe(callMark(request.seed))
  })

  it('hands fast tokens on in fewer, joined pieces', async () => {
    const model = 'a:ttft=5,n=400,gap=1'
    const { text, pieces } = await ask(serving(model), requestFor(model))
    expect(text).toBe(wordsOf('a', 400))
    expect(pieces.length).toBeLessThan(200)
  })

  it('counts tokens with cached and reasoning ones apart', async () => {
    const model = 'a:n=7,gap=0,reasoning=4'
    const request = requestFor(model, { instructions: 'Be brief. '.repeat(20) })
    const { result } = await ask(serving(model), request)
    const input = Math.ceil((upstream.log(request.tag)[0]?.promptChars ?? 0) / 4)
    expect(result?.usage).toMatchObject({ inputTokens: input, outputTokens: 11, reasoningTokens: 4 })
    expect(result?.usage.cachedInputTokens).toBe(Math.floor(input / 4))
  })

  it('takes reasoning as signs of life, not as text', async () => {
    const model = 'a:ttft=5,n=2,gap=60,reasoning=6'
    const { text, activity } = await ask(serving(model), requestFor(model))
    expect(text).toBe('a1 a2')
    expect(activity).toBeGreaterThan(1)
  })

  it('brings a ballot that a schema asked for', async () => {
    const model = 'a:n=60,gap=0'
    const request = requestFor(model, { schema: BALLOT_SCHEMA(['A', 'B', 'C']), temperature: 0 })
    const { text } = await ask(serving(model), request)
    expect(JSON.parse(text).ranking.toSorted()).toEqual(['A', 'B', 'C'])
    expect(upstream.log(request.tag)[0]?.structured).toBe(true)
  })

  it('asks again without the schema where the model cannot, and remembers it', async () => {
    const model = 'a:fault=no-schema,n=4,gap=0'
    const models = serving(model)
    for (const expected of [[true, false], [false]]) {
      const request = requestFor(model, { schema: BALLOT_SCHEMA(['A', 'B']) })
      const { error, text } = await ask(models, request)
      expect(error).toBeNull()
      expect(text).not.toBe('')
      expect(upstream.log(request.tag).map((entry) => entry.structured)).toEqual(expected)
    }
  })

  it('is stopped down to the socket in the middle of an answer', async () => {
    const model = 'a:ttft=0,n=100000,gap=5'
    const request = requestFor(model)
    const abort = new AbortController()
    const sink = { onText: () => abort.abort(), onActivity: () => {} }
    const error = await serving(model)
      .stream(request, sink, abort.signal)
      .catch((caught: unknown) => caught)
    expect(error).toMatchObject({ reason: 'stopped', retryable: false })
    await expect.poll(() => upstream.log(request.tag)[0]?.aborted, { timeout: 500, interval: 10 }).toBe(true)
  })

  it('is stopped as well before the server has said a word', async () => {
    const model = 'a:fault=hang'
    const request = requestFor(model)
    const abort = new AbortController()
    const asked = ask(serving(model), request, abort.signal)
    await expect.poll(() => upstream.log(request.tag).length).toBe(1)
    abort.abort()
    expect((await asked).error).toMatchObject({ reason: 'stopped' })
    await expect.poll(() => upstream.log(request.tag)[0]?.aborted, { timeout: 500, interval: 10 }).toBe(true)
  })

  it.each([
    ['400', 'upstream_error', false],
    ['401', 'unauthorized', false],
    ['402', 'unauthorized', false],
    ['403', 'unauthorized', false],
    ['404', 'unknown_model', false],
    ['408', 'upstream_error', true],
    ['413', 'context_overflow', false],
    ['429', 'rate_limited', true],
    ['500', 'upstream_error', true],
    ['502', 'upstream_error', true],
    ['503', 'upstream_error', true],
    ['529', 'upstream_error', true],
    ['context', 'context_overflow', false],
    ['malformed-200', 'upstream_error', true],
    ['empty', 'empty', true],
    ['null-content', 'empty', true],
    ['refusal', 'refused', true],
  ])('%s is %s', async (fault, reason, retryable) => {
    expect(await failureOf(`a:fault=${fault},ttft=0,gap=0`)).toMatchObject({ reason, retryable })
  })

  it.each([
    ['cut', 'stream_cut'],
    ['no-finish', 'stream_cut'],
    ['garbage', 'upstream_error'],
    ['error-in-200', 'upstream_error'],
    ['filtered', 'refused'],
  ])('%s in mid-stream is %s, and the text before it was delivered', async (fault, reason) => {
    const failure = await failureOf(`a:fault=${fault},at=3,ttft=0,gap=2`)
    expect(failure).toMatchObject({ reason, retryable: true, text: 'a1 a2 a3' })
  })

  it('an endless answer is dropped at the backstop, down to the socket', async () => {
    const failure = await failureOf('a:fault=endless,ttft=0,gap=0')
    expect(failure.reason).toBe('too_long')
    await expect.poll(() => upstream.log(failure.tag)[0]?.aborted).toBe(true)
  })

  it('an answer that reached its limit is kept and says so', async () => {
    const model = 'a:fault=length,at=5,n=5,gap=0'
    const { result, text } = await ask(serving(model), requestFor(model))
    expect(result?.finish).toBe('length')
    expect(text).toContain('a1 a2')
  })

  it('a 429 keeps how long the provider asks to wait', async () => {
    expect((await failureOf('a:fault=429,retryAfter=3')).retryAfterMs).toBe(3000)
  })

  it('reports what is left of the limits, also before a failure', async () => {
    if (kind === 'google') return
    for (const model of ['a:n=1,gap=0', 'a:fault=429']) {
      const { headroom } = await ask(serving(model), requestFor(model))
      expect(headroom).toHaveLength(1)
      const isSpent = model.includes('429')
      expect(headroom[0]?.requests?.remaining === 0).toBe(isSpent)
      expect(headroom[0]?.requests?.resetAt).toEqual(expect.any(Number))
      if (kind === 'openrouter') expect(headroom[0]?.tokens).toBeNull()
      else expect(headroom[0]?.tokens?.limit).toBeGreaterThan(0)
    }
  })

  it('a wrong key is refused under the name of the provider and shows nowhere', async () => {
    const apiKey = 'very-wrong-secret-0123456789'
    for (const fault of ['', 'fault=401', 'fault=429', 'fault=error-in-200', 'fault=cut']) {
      const failure = await failureOf(`a:${fault}`, apiKey)
      const shown = [failure.message, String(failure.stack), failure.cause, String((failure.cause as Error)?.stack)]
      if (fault === '')
        expect(failure).toMatchObject({ reason: 'unauthorized', message: 'Lab did not accept the key.' })
      expect(JSON.stringify([...shown, (failure.cause as { responseBody?: string })?.responseBody])).not.toMatch(
        /very-wrong|0123456789|127\.0\.0\.1:\d/,
      )
    }
  })
})
