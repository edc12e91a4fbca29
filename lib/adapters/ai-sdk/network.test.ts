import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startUpstream, type Upstream } from '../../../bench/upstream/server.ts'
import { lateNetwork } from './late-network.ts'
import { type Provider, type ProviderModels, providerModels } from './models.ts'
import { ask, failureIn, requestFor } from './over-the-wire.fixture.ts'

let upstream: Upstream
const open: ProviderModels[] = []

beforeAll(async () => {
  upstream = await startUpstream()
})

afterAll(async () => {
  await Promise.all(open.map((models) => models.close()))
  await upstream.close()
})

const KINDS = ['compatible', 'anthropic'] as const

function provider(kind: (typeof KINDS)[number], baseUrl: string): Provider {
  return { kind, name: 'fake', label: 'Lab', baseUrl, apiKey: 'k', models: ['m:n=2,gap=0'] }
}

function modelsOf(one: Provider, allowPrivate: boolean): ProviderModels {
  const models = providerModels({ providers: [one], network: lateNetwork({ allowPrivate }) })
  open.push(models)
  return models
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

describe.each(KINDS)('connections to a %s provider', (kind) => {
  it('are kept alive: calls one after the other share sockets', async () => {
    const server = createServer((_, res) => res.writeHead(503).end('{}'))
    let sockets = 0
    server.on('connection', () => sockets++)
    const models = modelsOf(provider(kind, `${await listening(server)}/v1`), true)
    for (let i = 0; i < 5; i++) await ask(models, requestFor('m:n=2,gap=0'))
    expect(sockets).toBeLessThanOrEqual(2)
    server.closeAllConnections()
    server.close()
  })

  it.each(['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]'])(
    'to %s are refused before a byte is sent where only public addresses are allowed',
    async (host) => {
      const { port } = new URL(upstream.url)
      const request = requestFor('m:n=2,gap=0')
      const models = modelsOf(provider(kind, `http://${host}:${port}/v1`), false)
      const failure = failureIn(await ask(models, request))
      expect(failure).toMatchObject({ reason: 'unreachable', retryable: false })
      expect(failure.message).toBe('Lab is at a private address, and this installation allows public ones only.')
      expect(upstream.log(request.tag)).toEqual([])
    },
  )

  it('are made by the address that was allowed', async () => {
    const { result } = await ask(modelsOf(provider(kind, `${upstream.url}/v1`), true), requestFor('m:n=2,gap=0'))
    expect(result?.finish).toBe('stop')
  })

  it('do not follow a redirect', async () => {
    const server = createServer((_, res) => res.writeHead(307, { location: `${upstream.url}/v1` }).end())
    const request = requestFor('m:n=2,gap=0')
    const models = modelsOf(provider(kind, `${await listening(server)}/v1`), true)
    expect(failureIn(await ask(models, request))).toMatchObject({ reason: 'upstream_error' })
    expect(upstream.log(request.tag)).toEqual([])
    server.closeAllConnections()
    server.close()
  })
})

describe('asking a private server for its models', () => {
  it('is refused as well where only public addresses are allowed', async () => {
    upstream.models([{ id: 'm' }])
    const one: Provider = { ...provider('compatible', `${upstream.url}/v1`), models: null }
    const models = modelsOf(one, false)
    await models.refresh()
    expect(models.list()).toEqual([])
  })
})
