import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startUpstream, type Upstream } from '../../../bench/upstream/server.ts'
import { wordsOf } from '../../../bench/upstream/words.ts'
import { combineModels } from './combine.ts'
import { type Provider, type ProviderModels, providerModels } from './models.ts'
import { ask, requestFor } from './over-the-wire.fixture.ts'

let upstream: Upstream
let open: ProviderModels[] = []

beforeEach(async () => {
  upstream = await startUpstream()
})

afterEach(async () => {
  await Promise.all(open.map((models) => models.close()))
  open = []
  await upstream.close()
})

function ollama(patch: { baseUrl?: string; models?: string[] } = {}): Provider {
  return {
    kind: 'ollama',
    name: 'ollama',
    label: 'Ollama',
    apiKey: null,
    baseUrl: upstream.url,
    models: null,
    ...patch,
  }
}

function compatible(baseUrl = `${upstream.url}/v1`): Provider {
  return { kind: 'compatible', name: 'lab', label: 'lab', apiKey: 'k', baseUrl, models: null }
}

function modelsOf(providers: Provider[], now?: () => number): ProviderModels {
  const models = providerModels({ providers, now })
  open.push(models)
  return models
}

const idsOf = (models: ProviderModels) => models.list().map(({ id }) => id)

describe('providers that are asked for their models', () => {
  it('are not asked before the start is over, and list nothing until they have answered', async () => {
    upstream.models([{ id: 'llama3.2:3b' }])
    const models = modelsOf([ollama(), compatible()])
    expect(models.list()).toEqual([])
    await models.warm()
    expect(idsOf(models)).toEqual(['ollama/llama3.2:3b', 'lab/llama3.2:3b'])
  })

  it('offer what Ollama has as local, and only what can talk', async () => {
    upstream.models([{ id: 'qwen3:8b' }, { id: 'nomic-embed-text:latest' }, { id: 'all-minilm:33m' }])
    const models = modelsOf([ollama()])
    await models.refresh()
    expect(models.list()).toMatchObject([{ id: 'ollama/qwen3:8b', local: true, family: 'qwen', demo: false }])
  })

  it('are not asked where the operator named the models, which are then like any other', async () => {
    upstream.models([{ id: 'other' }])
    const models = modelsOf([ollama({ models: ['llama3.2:3b'] })])
    await models.warm()
    expect(idsOf(models)).toEqual(['ollama/llama3.2:3b'])
    expect(models.list()[0]).not.toHaveProperty('local')
  })

  it('answer questions to what they have', async () => {
    const model = 'qwen3:n=5,gap=0,ttft=0'
    upstream.models([{ id: model }])
    const models = modelsOf([ollama()])
    await models.warm()
    const { result } = await ask(models, requestFor(model, { model: `ollama/${model}` }))
    expect(result?.usage.outputTokens).toBe(5)
  })

  it('are asked first by a run that goes on after a start', async () => {
    const model = 'q:n=5,gap=0,ttft=0'
    upstream.models([{ id: model }])
    const models = modelsOf([ollama()])
    const all = combineModels([models])
    expect(all.list()).toEqual([])
    const pieces: string[] = []
    const request = requestFor(model, { model: `ollama/${model}` })
    await all.stream(
      request,
      { onText: (text) => void pieces.push(text), onActivity() {} },
      new AbortController().signal,
    )
    expect(pieces.join('')).toBe(wordsOf('q', 5))
    const unknown = all.stream(
      { ...request, model: 'ollama/none' },
      { onText() {}, onActivity() {} },
      AbortSignal.any([]),
    )
    await expect(unknown).rejects.toMatchObject({ reason: 'unknown_model' })
  })

  it('are asked again each minute while somebody reads the list, and not more often', async () => {
    let times = 0
    const server = createServer((_, res) => res.end(JSON.stringify({ models: [{ name: `m${++times}` }] })))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    let now = 0
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const models = modelsOf([ollama({ baseUrl })], () => now)
    await models.warm()
    now = 59_999
    expect(idsOf(models)).toEqual(['ollama/m1'])
    now = 60_000
    expect(idsOf(models)).toEqual(['ollama/m1'])
    await expect.poll(() => idsOf(models)).toEqual(['ollama/m2'])
    expect(times).toBe(2)
    server.closeAllConnections()
    server.close()
  })

  it('that do not answer make nobody wait', async () => {
    upstream.script([{ list: '/api/tags', physics: { fault: 'hang' } }])
    const models = modelsOf([ollama()])
    const asked = models.refresh()
    expect(models.list()).toEqual([])
    await asked
    expect(models.list()).toEqual([])
  })

  it.each(['malformed-200', '500', '401'] as const)('that answer with %s have no models', async (fault) => {
    upstream.script([
      { list: '/api/tags', physics: { fault } },
      { list: '/v1/models', physics: { fault } },
    ])
    const models = modelsOf([ollama(), compatible(), compatible('http://127.0.0.1:9/v1')])
    await models.refresh()
    expect(models.list()).toEqual([])
  })

  it('keep their models while they are away, but Ollama that is not running has none', async () => {
    upstream.models([{ id: 'm' }])
    const models = modelsOf([ollama(), compatible()])
    await models.refresh()
    expect(idsOf(models)).toEqual(['ollama/m', 'lab/m'])
    await upstream.close()
    await models.refresh()
    expect(idsOf(models)).toEqual(['lab/m'])
  })
})
