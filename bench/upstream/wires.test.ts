import { createOpenAI } from '@ai-sdk/openai'
import { embedMany } from 'ai'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { vectorOf } from './embeddings.ts'
import { startUpstream, type Upstream } from './server.ts'
import { wordsOf } from './words.ts'

let upstream: Upstream

beforeAll(async () => {
  globalThis.AI_SDK_LOG_WARNINGS = false
  upstream = await startUpstream()
})

beforeEach(() => upstream.script([]))

afterAll(() => upstream.close())

function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  return fetch(upstream.url + path, { method: 'POST', headers, body: JSON.stringify(body) })
}

const KEY = { authorization: 'Bearer k' }

function routed(model: string, extra: Record<string, unknown> = {}, headers: Record<string, string> = KEY) {
  const messages = [{ role: 'user', content: 'Why? [tag:router]' }]
  return post('/api/v1/chat/completions', { model, stream: true, messages, ...extra }, headers)
}

function eventsOf(body: string) {
  const events = body.split('\n\n').filter((event) => event.startsWith('data: {'))
  return events.map((event) => JSON.parse(event.slice(6)))
}

describe('OpenRouter, as the fake plays it', () => {
  it('says that it is processing before the first word, and what the answer cost at the end', async () => {
    const body = await (await routed('maker/a:n=3,gap=0,ttft=0')).text()
    expect(body.startsWith(': OPENROUTER PROCESSING\n\n')).toBe(true)
    const events = eventsOf(body)
    expect(events.map((event) => event.choices[0]?.delta.content ?? '').join('')).toBe(wordsOf('a', 3))
    const { prompt_tokens, completion_tokens, cost } = events.at(-1).usage
    expect(cost).toBeCloseTo((prompt_tokens + completion_tokens) / 1e6, 12)
    expect(upstream.log('router').at(-1)?.wire).toBe('openrouter')
  })

  it('answers nobody without a key', async () => {
    expect((await routed('a', {}, {})).status).toBe(401)
  })

  it('ends an answer that fails in the middle with whose model it was', async () => {
    const events = eventsOf(await (await routed('a:fault=error-in-200,at=2,gap=0,ttft=0')).text())
    expect(events.at(-1)).toMatchObject({
      error: { code: 502, metadata: { provider_name: 'Fake' } },
      choices: [{ finish_reason: 'error' }],
    })
  })

  it('lists its models with prices as strings of dollars a token, also the strange ones', async () => {
    upstream.models([
      { id: 'maker/plain', contextTokens: 8_192, inputUsdPerMillion: 2.5, outputUsdPerMillion: 10 },
      { id: 'router/auto', inputUsdPerMillion: -1_000_000, outputUsdPerMillion: null },
    ])
    const { data } = await (await fetch(`${upstream.url}/api/v1/models`)).json()
    expect(data[0]).toMatchObject({ context_length: 8_192, pricing: { prompt: '0.0000025', completion: '0.00001' } })
    expect(data[1].pricing).toEqual({ prompt: '-1' })
  })
})

describe('Ollama, as the fake plays it', () => {
  const messages = [{ role: 'user', content: 'Why? [tag:llama]' }]
  const linesOf = async (response: Response) =>
    (await response.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))

  it('streams a line a token and the counts in the last', async () => {
    const lines = await linesOf(await post('/api/chat', { model: 'a:n=4,gap=0,ttft=0,reasoning=1', messages }))
    expect(lines.map((line) => line.message.content).join('')).toBe(wordsOf('a', 4))
    expect(lines[0].message.thinking).toBe('r1 ')
    expect(lines.at(-1)).toMatchObject({ done: true, done_reason: 'stop', eval_count: 5 })
    expect(upstream.log('llama').at(-1)).toMatchObject({ wire: 'ollama', tokens: 4 })
  })

  it('answers whole, and in a schema', async () => {
    const format = { properties: { ranking: { items: { enum: ['A', 'B'] } } } }
    const whole = await (
      await post('/api/chat', { model: 'a:n=40,gap=0,ttft=0', stream: false, format, messages })
    ).json()
    expect(JSON.parse(whole.message.content).ranking.toSorted()).toEqual(['A', 'B'])
  })

  it('tells its version, what it has, what is loaded and what that can', async () => {
    upstream.models([{ id: 'llama3.2:3b', contextTokens: 4_096 }])
    const get = async (path: string) => (await fetch(upstream.url + path)).json()
    expect(await get('/api/version')).toEqual({ version: expect.any(String) })
    expect(await get('/api/tags')).toMatchObject({ models: [{ name: 'llama3.2:3b', details: { family: 'llama' } }] })
    expect(await get('/api/ps')).toMatchObject({ models: [{ name: 'llama3.2:3b', context_length: 4_096 }] })
    const shown = await (await post('/api/show', { model: 'llama3.2:3b' })).json()
    expect(shown.model_info).toMatchObject({ 'llama.context_length': 4_096 })
    expect((await post('/api/show', { model: 'nothing' })).status).toBe(404)
  })

  it('embeds as OpenAI does, with its own field names', async () => {
    const { embeddings } = await (await post('/api/embed', { model: 'e', input: ['one', 'two'] })).json()
    expect(embeddings).toEqual([vectorOf('one'), vectorOf('two')])
  })
})

describe('embeddings', () => {
  const model = (id: string) => createOpenAI({ apiKey: 'k', baseURL: `${upstream.url}/v1` }).embedding(id)

  it('are read by the vendor’s own package: one direction for each text, always the same', async () => {
    const values = ['one', 'two', 'one']
    const { embeddings, usage } = await embedMany({ model: model('e:ttft=0'), values, maxRetries: 0 })
    expect(embeddings).toHaveLength(3)
    expect(embeddings[0]).toEqual(embeddings[2])
    expect(embeddings[0]).not.toEqual(embeddings[1])
    expect(Math.hypot(...(embeddings[0] ?? []))).toBeCloseTo(1, 6)
    expect(usage.tokens).toBe(Math.ceil('one\ntwo\none'.length / 4))
  })

  it('come as base64 where that is asked for, and in the length that is asked for', async () => {
    const body = { model: 'e:ttft=0', input: 'one', encoding_format: 'base64', dimensions: 8 }
    const { data } = await (await post('/v1/embeddings', body)).json()
    const bytes = Buffer.from(data[0].embedding, 'base64')
    expect(bytes.length).toBe(8 * 4)
    expect(bytes.readFloatLE(0)).toBeCloseTo(vectorOf('one', 8)[0] ?? 0, 6)
  })

  it('fail as answers do', async () => {
    const embedding = embedMany({ model: model('e:fault=429'), values: ['one'], maxRetries: 0 })
    await expect(embedding).rejects.toMatchObject({ statusCode: 429 })
  })
})

describe('what is left of the limits', () => {
  const messages = [{ role: 'user', content: 'x'.repeat(400) }]
  const anthropic = { 'x-api-key': 'k', 'anthropic-version': '2023-06-01' }

  it('is told in OpenAI’s spelling, with durations', async () => {
    const { headers } = await post('/v1/chat/completions', { model: 'a:n=0,ttft=0', messages })
    expect(headers.get('x-ratelimit-remaining-requests')).toBe('9999')
    expect(headers.get('x-ratelimit-remaining-tokens')).toBe('1999900')
    expect(headers.get('x-ratelimit-reset-requests')).toBe('6ms')
  })

  it('is told in Anthropic’s spelling, with dates, and is nothing after a 429', async () => {
    const body = { model: 'a:fault=429', max_tokens: 9, messages }
    const { headers, status } = await post('/v1/messages', body, anthropic)
    expect(status).toBe(429)
    expect(headers.get('anthropic-ratelimit-requests-remaining')).toBe('0')
    expect(headers.get('anthropic-ratelimit-tokens-reset')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
  })

  it('is told in OpenRouter’s spelling, in milliseconds since 1970', async () => {
    const { headers } = await routed('a:n=0,ttft=0')
    expect(headers.get('x-ratelimit-remaining')).toBe('999')
    expect(Number(headers.get('x-ratelimit-reset'))).toBeGreaterThan(Date.now())
  })

  it('is not told by a server that is told to say nothing', async () => {
    const { headers } = await post('/v1/chat/completions', { model: 'a:n=0,ttft=0,limits=0', messages })
    expect([...headers.keys()].filter((name) => name.includes('ratelimit'))).toEqual([])
  })

  it('comes with the time to wait: seconds or milliseconds in a header, Google’s in the body', async () => {
    const say = (model: string) => post('/v1/chat/completions', { model, messages })
    expect((await say('a:fault=429,retryAfter=3')).headers.get('retry-after')).toBe('3')
    expect((await say('a:fault=429,retryAfter=1500ms')).headers.get('retry-after-ms')).toBe('1500')
    const path = '/v1beta/models/a:fault=429,retryAfter=3:generateContent?key=k'
    const google = await post(path, { contents: [{ role: 'user', parts: [{ text: 'x' }] }] })
    expect(google.headers.get('retry-after')).toBeNull()
    expect((await google.json()).error.details).toMatchObject([{ retryDelay: '3s' }])
  })
})

describe('lists of models', () => {
  it('are in the words of whoever is asked', async () => {
    upstream.models([{ id: 'one', contextTokens: 1_000 }])
    const list = async (path: string, headers: Record<string, string> = {}) =>
      (await fetch(upstream.url + path, { headers })).json()
    expect(await list('/v1/models')).toMatchObject({ object: 'list', data: [{ id: 'one', object: 'model' }] })
    expect(await list('/v1/models', { 'anthropic-version': '2023-06-01', 'x-api-key': 'k' })).toMatchObject({
      data: [{ id: 'one', type: 'model' }],
    })
    expect(await list('/v1beta/models', { 'x-goog-api-key': 'k' })).toMatchObject({
      models: [{ name: 'models/one', inputTokenLimit: 1_000 }],
    })
  })

  it('refuse a wrong key and fail as they are told to', async () => {
    const wrong = await fetch(`${upstream.url}/v1/models`, { headers: { authorization: 'Bearer sk-wrong' } })
    expect(wrong.status).toBe(401)
    upstream.script([{ list: '/api/tags', times: 1, physics: { fault: '503' } }])
    expect((await fetch(`${upstream.url}/api/tags`)).status).toBe(503)
    expect((await fetch(`${upstream.url}/api/tags`)).status).toBe(200)
  })
})
