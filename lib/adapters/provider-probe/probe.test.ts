import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startUpstream } from '../../../bench/upstream/server.ts'
import { createProviderProbe, type ProbeKind, type ProbeTarget } from './index.ts'
import { questionFor } from './question.ts'

let answer: { status: number; headers?: Record<string, string> } | 'nothing' = { status: 200 }
let asked: IncomingMessage[] = []
let base: string

const server = createServer((request, response) => {
  asked.push(request)
  if (answer !== 'nothing') response.writeHead(answer.status, answer.headers).end('{"data":[]}')
})

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
beforeEach(() => {
  answer = { status: 200 }
  asked = []
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const never = new AbortController().signal
const here = { fetch, isOffered: () => true }
const target = (patch: Partial<ProbeTarget> = {}): ProbeTarget => ({
  ...{ provider: 'fake', kind: 'compatible', baseUrl: `${base}/v1`, apiKey: 'secret', ...patch },
})
const ask = (patch: Partial<ProbeTarget> = {}, signal = never) =>
  createProviderProbe([target(patch)], here).probe('fake', signal)

describe('asking a provider whether it is there', () => {
  it.each<[ProbeKind, string, string, Record<string, string>]>([
    ['openai', '/v1', '/v1/models', { authorization: 'Bearer secret' }],
    ['compatible', '/v1/', '/v1/models', { authorization: 'Bearer secret' }],
    ['openrouter', '/api/v1', '/api/v1/key', { authorization: 'Bearer secret' }],
    ['anthropic', '/v1', '/v1/models', { 'x-api-key': 'secret', 'anthropic-version': '2023-06-01' }],
    ['anthropic', '', '/v1/models', { 'x-api-key': 'secret' }],
    ['google', '/v1beta', '/v1beta/models', { 'x-goog-api-key': 'secret' }],
    ['google', '', '/v1beta/models', { 'x-goog-api-key': 'secret' }],
    ['ollama', '/v1', '/api/version', { authorization: 'Bearer secret' }],
    ['ollama', '', '/api/version', { authorization: 'Bearer secret' }],
    ['ollama', '/api', '/api/version', { authorization: 'Bearer secret' }],
  ])('%s under %j asks for %s with its key in a header', async (kind, path, expected, headers) => {
    expect(await ask({ kind, baseUrl: `${base}${path}` })).toEqual({ ok: true, latencyMs: expect.any(Number) })
    expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual([`GET ${expected}`])
    expect(asked[0]?.headers).toMatchObject(headers)
  })

  it('sends no key where there is none', async () => {
    await ask({ apiKey: null })
    expect(asked[0]?.headers).not.toHaveProperty('authorization')
  })

  it.each([
    [401, 'unauthorized'],
    [402, 'unauthorized'],
    [403, 'unauthorized'],
    [429, 'rate_limited'],
    [500, 'upstream_error'],
    [503, 'upstream_error'],
  ])('takes %d for %s', async (status, reason) => {
    answer = { status }
    expect(await ask()).toEqual({ ok: false, reason, latencyMs: expect.any(Number) })
  })

  it('takes whoever says that there is no such list for somebody who is there', async () => {
    answer = { status: 404 }
    expect(await ask()).toMatchObject({ ok: true })
  })

  it('follows no redirect, so that the key goes nowhere else', async () => {
    answer = { status: 302, headers: { location: `${base}/elsewhere` } }
    expect(await ask()).toMatchObject({ ok: false, reason: 'upstream_error' })
    expect(asked).toHaveLength(1)
  })

  it('says of a host that is not there that it could not be reached', async () => {
    const gone = createServer()
    await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve))
    const { port } = gone.address() as AddressInfo
    await new Promise((resolve) => gone.close(resolve))
    const baseUrl = `http://127.0.0.1:${port}/v1`
    expect(await ask({ baseUrl })).toEqual({ ok: false, reason: 'unreachable', latencyMs: null })
  })

  it('ends when it is no longer waited for', async () => {
    answer = 'nothing'
    const patience = new AbortController()
    const result = ask({}, patience.signal)
    await expect.poll(() => asked.length).toBe(1)
    patience.abort()
    expect(await result).toEqual({ ok: false, reason: 'unreachable', latencyMs: null })
  })

  it('finds the fake upstream well', async () => {
    const upstream = await startUpstream()
    expect(await ask({ baseUrl: `${upstream.url}/v1` })).toMatchObject({ ok: true })
    await upstream.close()
  })
})

describe('a provider that was found by itself', () => {
  it('counts only while it offers something, so that nobody misses what nobody set up', () => {
    const offered = new Set<string>()
    const options = { fetch, isOffered: (provider: string) => offered.has(provider) }
    const probe = createProviderProbe([target({ kind: 'ollama', isFound: true })], options)
    expect(probe.targets()).toEqual([])
    offered.add('fake')
    expect(probe.targets()).toEqual([{ provider: 'fake', isAskable: true }])
  })
})

describe('a provider without a cheap question', () => {
  it.each<ProbeKind>(['azure', 'bedrock', 'vertex'])('%s is known, and not asked', (kind) => {
    const probe = createProviderProbe([target({ kind })], here)
    expect(probe.targets()).toEqual([{ provider: 'fake', isAskable: false }])
    return expect(probe.probe('fake', never)).rejects.toThrow('nothing cheap to ask fake')
  })

  it('is one whose address cannot be read', () => {
    expect(questionFor(target({ baseUrl: 'not an address' }))).toBeNull()
  })
})
