import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Aimock, startAimock } from '../../../bench/upstream/aimock.ts'
import { wordsOf } from '../../../bench/upstream/words.ts'
import { BALLOT_SCHEMA } from '../../core/council/ballots.ts'
import type { Provider } from './models.ts'
import { ask, failureIn, makeProviders, requestFor } from './over-the-wire.fixture.ts'

let mock: Aimock
/** Hears a request, says nothing, and notes when the client has gone. */
let silent: { server: Server; url: string; asked: number; left: number }
const providers = makeProviders()

beforeAll(async () => {
  mock = await startAimock()
  const server = createServer((req) => {
    silent.asked += 1
    req.socket.once('close', () => {
      silent.left += 1
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  silent = { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked: 0, left: 0 }
})

afterAll(async () => {
  await providers.close()
  silent.server.close()
  await mock.close()
})

const SECRET = 'cloud-secret-0123456789'

type Cloud = { name: string; signs: RegExp; at(urls: Aimock['urls'], models: string[]): Provider }

const CLOUDS: Cloud[] = [
  {
    name: 'Azure',
    signs: /"api-key"/,
    at: ({ azure: baseUrl }, models) => ({
      ...{ kind: 'azure', name: 'fake', label: 'Lab', baseUrl, apiKey: SECRET, apiVersion: null, models },
    }),
  },
  {
    name: 'Azure of a dated version',
    signs: /api-version=2024-10-21/,
    at: ({ azureDated: baseUrl }, models) => ({
      ...{ kind: 'azure', name: 'fake', label: 'Lab', baseUrl, apiKey: SECRET, apiVersion: '2024-10-21', models },
    }),
  },
  {
    name: 'Vertex with a key',
    signs: /"x-goog-api-key"/,
    at: ({ vertex: baseUrl }, models) => ({
      ...{ kind: 'vertex', name: 'fake', label: 'Lab', baseUrl, access: { apiKey: SECRET }, models },
    }),
  },
  {
    name: 'Bedrock with a token',
    signs: /"authorization":"(Bearer|\[)/,
    at: ({ bedrock: baseUrl }, models) => ({
      ...{
        kind: 'bedrock',
        name: 'fake',
        label: 'Lab',
        baseUrl,
        region: 'eu-west-1',
        access: { apiKey: SECRET },
        models,
      },
    }),
  },
  {
    name: 'Bedrock with signed requests',
    signs: /"x-amz-date"/,
    at: ({ bedrock: baseUrl }, models) => ({
      ...{ kind: 'bedrock', name: 'fake', label: 'Lab', baseUrl, region: 'eu-west-1', models },
      access: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: SECRET, sessionToken: null },
    }),
  },
]

describe.each(CLOUDS)('$name', ({ at, signs }) => {
  const serving = (model: string, urls = mock.urls) => providers.one(at(urls, [model]))
  const failureOf = async (model: string) => failureIn(await ask(serving(model), requestFor(model)))

  it('brings the answer with its tokens, under its own kind of access', async () => {
    const request = requestFor('a~n=20', { temperature: 0.5, maxOutputTokens: 100 })
    const { text, result, error } = await ask(serving('a~n=20'), request)
    expect(error).toBeNull()
    expect(text).toBe(wordsOf('a', 20))
    expect(result).toMatchObject({ finish: 'stop', usage: { outputTokens: 20, inputTokens: expect.any(Number) } })
    expect(JSON.stringify(mock.requests(request.tag))).toMatch(signs)
  })

  it('brings a ballot that a schema asked for', async () => {
    const request = requestFor('a~n=60', { schema: BALLOT_SCHEMA(['A', 'B', 'C']) })
    const content = `[tag:${request.tag}] As JSON: {"reviews":[],"ranking":["A","B","C"]}`
    const { text } = await ask(serving('a~n=60'), { ...request, messages: [{ role: 'user', content }] })
    expect(JSON.parse(text).ranking.toSorted()).toEqual(['A', 'B', 'C'])
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
    ['cut', 'stream_cut', true],
    ['empty', 'empty', true],
  ])('%s is %s', async (fault, reason, retryable) => {
    const failure = await failureOf(`a~n=200,fault=${fault}`)
    expect(failure).toMatchObject({ reason, retryable })
    expect(JSON.stringify([failure.message, failure.cause, failure.stack])).not.toMatch(/cloud-secret|127\.0\.0\.1:\d/)
  })

  it('a body that is no answer fails, and may be asked again', async () => {
    const failure = await failureOf('a~fault=malformed-200')
    expect(['upstream_error', 'stream_cut']).toContain(failure.reason)
    expect(failure.retryable).toBe(true)
  })

  it('is stopped down to the socket', async () => {
    const url = silent.url
    const models = serving('m', { azure: url, azureDated: url, vertex: url, bedrock: url })
    const before = { ...silent }
    const abort = new AbortController()
    const asked = ask(models, requestFor('m'), abort.signal)
    await expect.poll(() => silent.asked).toBe(before.asked + 1)
    abort.abort()
    expect((await asked).error).toMatchObject({ reason: 'stopped' })
    await expect.poll(() => silent.left, { timeout: 500, interval: 10 }).toBe(before.left + 1)
  })
})
