import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startUpstream, type Upstream } from '../../../bench/upstream/server.ts'
import { embeddingsContract } from '../../ports/embeddings.contract.ts'
import type { Embeddings } from '../../ports/embeddings.ts'
import { providerEmbeddings } from './embeddings.ts'
import { lateNetwork } from './late-network.ts'
import type { EmbeddingProvider } from './provider.ts'

let upstream: Upstream
const network = lateNetwork({ allowPrivate: true })

beforeAll(async () => {
  upstream = await startUpstream()
})

afterAll(async () => {
  await network.close()
  await upstream.close()
})

const never = () => new AbortController().signal

const KINDS = ['openai', 'compatible', 'ollama'] as const

function provider(kind: (typeof KINDS)[number], apiKey = 'k', url = upstream.url): EmbeddingProvider {
  const at = { name: 'fake', label: 'Lab', apiKey, models: [] }
  if (kind === 'openai') return { kind, api: 'responses', baseUrl: `${url}/v1`, ...at }
  return { kind, baseUrl: kind === 'ollama' ? url : `${url}/v1`, ...at }
}

function embedder(kind: (typeof KINDS)[number], model = 'e:ttft=0', apiKey?: string): Embeddings {
  return providerEmbeddings({ provider: provider(kind, apiKey), model, network })
}

for (const kind of KINDS) embeddingsContract(kind, () => embedder(kind))

describe.each(KINDS)('%s embeddings over the wire', (kind) => {
  it('count the tokens that were read', async () => {
    const { usage } = await embedder(kind).embed(['four characters are one token'], never())
    expect(usage.inputTokens).toBeGreaterThan(0)
  })

  it.each([
    ['401', 'unauthorized', false],
    ['404', 'unknown_model', false],
    ['429', 'rate_limited', true],
    ['503', 'upstream_error', true],
    ['context', 'context_overflow', false],
    ['malformed-200', 'upstream_error', true],
    ['empty', 'upstream_error', true],
  ])('%s is %s', async (fault, reason, retryable) => {
    const failing = embedder(kind, `e:fault=${fault},ttft=0`).embed(['x'], never())
    await expect(failing).rejects.toMatchObject({ reason, retryable })
  })

  it('never show the key', async () => {
    const failing = embedder(kind, 'e:fault=401', 'very-wrong-secret-0123456789').embed(['x'], never())
    const failure = await failing.catch((error: Error) => error)
    expect(JSON.stringify([failure, String((failure as Error).cause)])).not.toMatch(/very-wrong|0123456789/)
  })

  it('are stopped down to the socket', async () => {
    let isLeft = false
    const server = createServer((req) => req.socket.once('close', () => (isLeft = true)))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const abort = new AbortController()
    server.on('request', () => abort.abort())
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const hanging = providerEmbeddings({ provider: provider(kind, 'k', url), model: 'e', network })
    await expect(hanging.embed(['x'], abort.signal)).rejects.toMatchObject({ reason: 'stopped' })
    await expect.poll(() => isLeft, { timeout: 500, interval: 10 }).toBe(true)
    server.close()
  })
})
