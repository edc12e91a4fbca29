import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { Provider } from './models.ts'
import { ask, failureIn, makeProviders, requestFor } from './over-the-wire.fixture.ts'

const providers = makeProviders()
const servers: Server[] = []

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
  await providers.close()
})

type Answer = { status?: number; type?: string; body: string }

/** A server that answers each request with the next of `answers`, and keeps what it was sent. */
async function scripted(...answers: Answer[]): Promise<{ url: string; bodies: Record<string, unknown>[] }> {
  const bodies: Record<string, unknown>[] = []
  const server = createServer(async (req, res) => {
    let text = ''
    for await (const chunk of req) text += chunk
    bodies.push(JSON.parse(text))
    const { status = 200, type = 'text/event-stream', body } = answers[bodies.length - 1] ?? { body: '' }
    res.writeHead(status, { 'content-type': type }).end(body)
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, bodies }
}

function anthropic(baseUrl: string, model = 'claude-haiku-4-5'): Provider {
  return { kind: 'anthropic', name: 'fake', label: 'Lab', baseUrl, apiKey: 'k', models: [model] }
}

function openAi(api: 'responses' | 'chat', baseUrl: string, model: string): Provider {
  const at = { name: 'fake', label: 'Lab', baseUrl, apiKey: 'k', models: [model] }
  return api === 'chat' ? { kind: 'openai', api, ...at } : { kind: 'openai', api, ...at }
}

function google(baseUrl: string): Provider {
  return { kind: 'google', name: 'fake', label: 'Lab', baseUrl, apiKey: 'k', models: ['gemini-3-flash'] }
}

/** A piece of Google's answer with what was counted by then. */
const chunk = (usageMetadata: object) =>
  `data: ${JSON.stringify({ candidates: [{ content: { parts: [{ text: 'Hello' }], role: 'model' }, index: 0 }], usageMetadata })}\n\n`

const sse = (...events: { type: string }[]) =>
  events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join('')

const START = {
  type: 'message_start',
  message: { id: 'm', type: 'message', role: 'assistant', model: 'c', content: [], stop_reason: null },
}
const INPUT = { input_tokens: 10, cache_read_input_tokens: 4, cache_creation_input_tokens: 2, output_tokens: 1 }
const started = { ...START, message: { ...START.message, usage: INPUT } }
const opened = { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } }
const said = { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'Hello' } }
const counted = { type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { ...INPUT, output_tokens: 7 } }
const wroteSeven = { ...counted, usage: { output_tokens: 7 } }
const INPUT_ALONE = { inputTokens: 16, outputTokens: null, reasoningTokens: null, cachedInputTokens: 4 }
const overloaded = { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } }

describe('tokens that were counted before a failure', () => {
  it('are kept where the count was whole', async () => {
    const { url } = await scripted({ body: sse(started, opened, said, counted, overloaded) })
    const failure = failureIn(await ask(providers.one(anthropic(url)), requestFor('claude-haiku-4-5')))
    expect(failure).toMatchObject({ reason: 'upstream_error', retryable: true, text: 'Hello' })
    expect(failure.usage).toMatchObject({ inputTokens: 16, outputTokens: 7, cachedInputTokens: 4 })
  })

  it('are those of the input where only the beginning was counted', async () => {
    const { url } = await scripted({ body: sse(started, opened, said, overloaded) })
    const failure = failureIn(await ask(providers.one(anthropic(url)), requestFor('claude-haiku-4-5')))
    expect(failure).toMatchObject({ reason: 'upstream_error', text: 'Hello' })
    expect(failure.usage).toEqual(INPUT_ALONE)
  })

  it('are those of the beginning too where the end counts the output alone', async () => {
    const { url } = await scripted({ body: sse(started, opened, said, wroteSeven, overloaded) })
    const failure = failureIn(await ask(providers.one(anthropic(url)), requestFor('claude-haiku-4-5')))
    expect(failure.usage).toEqual({ ...INPUT_ALONE, outputTokens: 7 })
  })

  it('are what Google had said, not the zero that its package makes of what it had not', async () => {
    const { url } = await scripted({ body: chunk({ promptTokenCount: 9, thoughtsTokenCount: 4 }) })
    const failure = failureIn(await ask(providers.one(google(url)), requestFor('gemini-3-flash')))
    expect(failure).toMatchObject({ reason: 'stream_cut', text: 'Hello' })
    expect(failure.usage).toEqual({ inputTokens: 9, outputTokens: null, reasoningTokens: 4, cachedInputTokens: null })
  })

  it('are none where nobody had counted any', async () => {
    const { url } = await scripted({ body: sse(opened, said, overloaded) })
    const failure = failureIn(await ask(providers.one(anthropic(url)), requestFor('claude-haiku-4-5')))
    expect(failure.usage).toBeNull()
  })

  it('are kept as well of an answer that breaks off', async () => {
    const { url } = await scripted({ body: sse(started, opened, said, counted) })
    const failure = failureIn(await ask(providers.one(anthropic(url)), requestFor('claude-haiku-4-5')))
    expect(failure).toMatchObject({ reason: 'stream_cut', text: 'Hello' })
    expect(failure.usage).toMatchObject({ inputTokens: 16, outputTokens: 7 })
  })
})

const DONE = sse(started, opened, said, counted, { type: 'message_stop' })

describe('questions to OpenAI', () => {
  it('are not to be kept there', async () => {
    const { url, bodies } = await scripted({ status: 500, body: '{}' })
    await ask(providers.one(openAi('responses', url, 'gpt-6-sol')), requestFor('gpt-6-sol'))
    expect(bodies).toMatchObject([{ store: false }])
  })
})

describe('sampling parameters', () => {
  it('go to a model that takes them', async () => {
    const { url, bodies } = await scripted({ body: DONE })
    await ask(providers.one(anthropic(url)), requestFor('claude-haiku-4-5', { temperature: 0.5, maxOutputTokens: 99 }))
    expect(bodies).toMatchObject([{ temperature: 0.5, max_tokens: 99 }])
  })

  it('that a model refuses are left out from then on', async () => {
    const message = '`temperature` is deprecated for this model.'
    const refusal = JSON.stringify({ type: 'error', error: { type: 'invalid_request_error', message } })
    const { url, bodies } = await scripted(
      { status: 400, type: 'application/json', body: refusal },
      { body: DONE },
      { body: DONE },
    )
    const models = providers.one(anthropic(url))
    for (let i = 0; i < 2; i++) {
      const { text } = await ask(models, requestFor('claude-haiku-4-5', { temperature: 0.5 }))
      expect(text).toBe('Hello')
    }
    expect(bodies.map((body) => 'temperature' in body)).toEqual([true, false, false])
  })

  it.each(['chat', 'responses'] as const)('never go to a reasoning model of OpenAI over %s', async (api) => {
    const { url, bodies } = await scripted({ status: 500, body: '{}' }, { status: 500, body: '{}' })
    const request = { temperature: 0, maxOutputTokens: 99 }
    await ask(providers.one(openAi(api, url, 'gpt-6-sol')), requestFor('gpt-6-sol', request))
    await ask(providers.one(openAi(api, url, 'gpt-4.1')), requestFor('gpt-4.1', request))
    const limit = api === 'chat' ? { max_completion_tokens: 99 } : { max_output_tokens: 99 }
    expect(bodies[0]).toMatchObject(limit)
    expect(bodies[0]).not.toHaveProperty('temperature')
    expect(bodies[0]).not.toHaveProperty('seed')
    expect(bodies[1]).toMatchObject(api === 'chat' ? { temperature: 0, max_tokens: 99 } : { temperature: 0, ...limit })
  })
})
