import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startUpstream, type Upstream } from '../../../bench/upstream/server.ts'
import { wordsOf } from '../../../bench/upstream/words.ts'
import type { ModelError } from '../../ports/models.ts'
import { callMark } from './answer.ts'
import type { Provider, ProviderModels } from './models.ts'
import { ask, failureIn, makeProviders, requestFor } from './over-the-wire.fixture.ts'

let upstream: Upstream
const providers = makeProviders()

beforeAll(async () => {
  upstream = await startUpstream()
})

afterAll(async () => {
  await providers.close()
  await upstream.close()
})

type Patch = { name?: string; baseUrl?: string; apiKey?: string; kind?: 'openrouter' | 'compatible' }

/** One server with one model of scripted physics; every test speaks to a model of its own name. */
function server(model: string, patch: Patch = {}): ProviderModels {
  const { name = 'fake', baseUrl = `${upstream.url}/v1`, apiKey = 'k', kind = 'compatible' } = patch
  const provider: Provider = { name, label: name, baseUrl, apiKey, models: [model], kind }
  return providers.one(provider)
}

async function failureOf(model: string, patch: Patch = {}): Promise<ModelError & { text: string }> {
  return failureIn(await ask(server(model, patch), requestFor(model)))
}

describe('an answer over the wire', () => {
  it('arrives word for word, in order, the first word by itself', async () => {
    const model = 'a:ttft=5,n=200,gap=1'
    const { text, pieces, result } = await ask(server(model), requestFor(model))
    expect(text).toBe(wordsOf('a', 200))
    expect(pieces[0]).toBe('a1')
    expect(result?.finish).toBe('stop')
  })

  it('hands fast tokens on in fewer, joined pieces', async () => {
    const model = 'a:ttft=5,n=400,gap=1'
    const { pieces } = await ask(server(model), requestFor(model))
    expect(pieces.length).toBeLessThan(200)
  })

  it('arrives as well from a server that answers in one piece', async () => {
    const model = 'a:fault=whole,n=20,ttft=0,gap=0'
    const { text, result } = await ask(server(model), requestFor(model))
    expect(text).toBe(wordsOf('a', 20))
    expect(result).toMatchObject({ finish: 'stop', usage: { outputTokens: 20 } })
  })

  it('carries instructions, messages and settings to the server', async () => {
    const model = 'a:n=1,gap=0'
    const history = [
      { role: 'user' as const, content: 'one' },
      { role: 'assistant' as const, content: 'two' },
    ]
    const request = requestFor(model, { temperature: 0.25, maxOutputTokens: 77 })
    await ask(server(model), { ...request, messages: [...history, ...request.messages] })
    const [entry] = upstream.log(request.tag)
    expect(entry?.promptChars).toBe('Be brief.\none\ntwo\n'.length + request.messages[0]!.content.length)
    expect(entry?.call).toBe(callMark(request.seed))
  })

  it('reports tokens, with reasoning apart, and null where the server says nothing', async () => {
    const model = 'a:n=7,gap=0,reasoning=4'
    const { result } = await ask(server(model), requestFor(model))
    expect(result?.usage).toEqual({
      inputTokens: expect.any(Number),
      outputTokens: 11,
      reasoningTokens: 4,
      cachedInputTokens: expect.any(Number),
    })
    expect(result?.reportedUsd).toBeNull()
  })

  it("reports OpenRouter's own cost", async () => {
    const model = 'a:n=10,gap=0'
    const { result } = await ask(server(model, { kind: 'openrouter' }), requestFor(model))
    const { inputTokens, outputTokens } = result!.usage
    expect(result?.reportedUsd).toBeCloseTo((inputTokens! + outputTokens!) / 1e6, 12)
  })

  it('takes reasoning and comment lines as signs of life, not as text', async () => {
    const model = 'a:ttft=120,n=2,gap=20,reasoning=5,comments=20'
    const { text, activity } = await ask(server(model), requestFor(model))
    expect(text).toBe('a1 a2')
    expect(activity).toBeGreaterThan(1)
  })

  it('brings a ballot that a schema asked for', async () => {
    const model = 'a:n=60,gap=0'
    const schema = { type: 'object', properties: { ranking: { type: 'array', items: { enum: ['A', 'B', 'C'] } } } }
    const request = requestFor(model, { schema })
    const { text } = await ask(server(model), request)
    expect(JSON.parse(text).ranking.toSorted()).toEqual(['A', 'B', 'C'])
    expect(upstream.log(request.tag)[0]?.structured).toBe(true)
  })

  it('asks again without the schema where the server cannot, and remembers it', async () => {
    const model = 'a:fault=no-schema,n=40,gap=0'
    const models = server(model)
    const content = '{"reviews":[],"ranking":["A","B"]}'
    for (const expected of [[true, false], [false]]) {
      const request = requestFor(model, { schema: { type: 'object' } })
      const messages = [{ role: 'user' as const, content: `[tag:${request.tag}] Ballot as ${content}` }]
      const { text } = await ask(models, { ...request, messages })
      expect(JSON.parse(text).ranking.toSorted()).toEqual(['A', 'B'])
      expect(upstream.log(request.tag).map((entry) => entry.structured)).toEqual(expected)
    }
  })

  it('is stopped down to the socket, and says so', async () => {
    const model = 'a:ttft=0,n=100000,gap=5'
    const request = requestFor(model)
    const abort = new AbortController()
    const sink = { onText: () => abort.abort(), onActivity: () => {} }
    const error = await server(model)
      .stream(request, sink, abort.signal)
      .catch((caught: unknown) => caught)
    expect(error).toMatchObject({ reason: 'stopped', retryable: false })
    await expect.poll(() => upstream.log(request.tag)[0]?.aborted, { timeout: 500 }).toBe(true)
  })

  it('does not mind being stopped after its end', async () => {
    const model = 'a:n=2,gap=0'
    const abort = new AbortController()
    const { result } = await ask(server(model), requestFor(model), abort.signal)
    abort.abort()
    expect(result?.finish).toBe('stop')
  })

  it('is stopped as well before the server has said a word', async () => {
    const model = 'a:fault=hang'
    const request = requestFor(model)
    const abort = new AbortController()
    const asked = ask(server(model), request, abort.signal)
    await expect.poll(() => upstream.log(request.tag).length).toBe(1)
    abort.abort()
    expect((await asked).error).toMatchObject({ reason: 'stopped' })
    await expect.poll(() => upstream.log(request.tag)[0]?.aborted, { timeout: 500 }).toBe(true)
  })
})

describe('failures over the wire', () => {
  it.each([
    ['429', 'rate_limited', true],
    ['401', 'unauthorized', false],
    ['403', 'unauthorized', false],
    ['402', 'unauthorized', false],
    ['404', 'unknown_model', false],
    ['400', 'upstream_error', false],
    ['408', 'upstream_error', true],
    ['413', 'context_overflow', false],
    ['context', 'context_overflow', false],
    ['500', 'upstream_error', true],
    ['503', 'upstream_error', true],
    ['malformed-200', 'upstream_error', true],
    ['empty', 'empty', true],
    ['null-content', 'empty', true],
    ['refusal', 'refused', true],
  ])('%s is %s', async (fault, reason, retryable) => {
    expect(await failureOf(`a:fault=${fault},ttft=0,gap=0`)).toMatchObject({ reason, retryable, text: '' })
  })

  it.each([
    ['cut', 'stream_cut'],
    ['no-finish', 'stream_cut'],
    ['garbage', 'upstream_error'],
    ['error-in-200', 'upstream_error'],
    ['filtered', 'refused'],
  ])('%s in mid-stream is %s, and the text before it was delivered', async (fault, reason) => {
    const failure = await failureOf(`a:fault=${fault},at=3,ttft=0,gap=0`)
    expect(failure).toMatchObject({ reason, retryable: true, text: 'a1 a2 a3' })
  })

  it('an endless answer is dropped at the backstop, down to the socket', async () => {
    const model = 'a:fault=endless,ttft=0,gap=0'
    const request = requestFor(model)
    const { error } = await ask(server(model), request)
    expect(error).toMatchObject({ reason: 'too_long' })
    await expect.poll(() => upstream.log(request.tag)[0]?.aborted).toBe(true)
  })

  it('a stall is left to the caller, who owns the time-outs', async () => {
    const model = 'a:fault=stall,at=2,ttft=0,gap=0'
    const request = requestFor(model)
    const abort = new AbortController()
    const asked = ask(server(model), request, abort.signal)
    await expect.poll(() => upstream.log(request.tag)[0]?.tokens).toBe(2)
    abort.abort()
    expect(await asked).toMatchObject({ error: { reason: 'stopped' } })
  })

  it('reads Retry-After as seconds and as a date', async () => {
    expect((await failureOf('a:fault=429,retryAfter=3')).retryAfterMs).toBe(3000)
    const date = new Date(Date.now() + 60_000).toUTCString().replace(',', '')
    const later = await failureOf(`a:fault=503;retryAfter=${date}`)
    expect(later.retryAfterMs).toBeGreaterThan(50_000)
    expect((await failureOf('a:fault=429,limits=0')).retryAfterMs).toBeNull()
  })

  it('a server that is not there is unreachable', async () => {
    const failure = await failureOf('a', { baseUrl: 'http://127.0.0.1:9/v1' })
    expect(failure).toMatchObject({ reason: 'unreachable', retryable: true })
  })

  it('never shows a key, an address or the words of the vendor', async () => {
    for (const fault of ['401', '429', '500', 'error-in-200', 'cut']) {
      const failure = await failureOf(`a:fault=${fault}`, { apiKey: 'sk-secret-key' })
      expect(failure.message).toContain(fault === 'cut' ? 'broke off' : 'fake')
      expect(JSON.stringify([failure.message, failure.cause, String(failure.stack)])).not.toMatch(/sk-|127\.0\.0\.1:\d/)
    }
  })

  it('a model that is not set up is unknown', async () => {
    const { error } = await ask(server('a'), requestFor('b'))
    expect(error).toMatchObject({ reason: 'unknown_model', retryable: false })
  })
})

describe('the list of models', () => {
  it('names them after server and model, with everything unknown as null', () => {
    const [info] = server('qwen/qwen3-32b', { name: 'lab' }).list()
    expect(info).toMatchObject({ id: 'lab/qwen/qwen3-32b', provider: 'lab', name: 'Qwen3 32B', demo: false })
    expect(info).toMatchObject({ contextTokens: null, inputUsdPerMillion: null, outputUsdPerMillion: null })
  })
})
