import { describe, expect, it } from 'vitest'
import { modelOf, watchedProviders } from '../../services/providers/providers.fixture.ts'
import { STREAM_HEAD } from '../sse/frame.ts'
import { streamProviders } from './events.ts'
import { providersResource } from './resource.schema.ts'
import { toProviders } from './resource.ts'
import { sampleProviders } from './samples.ts'

function setUp() {
  const around = watchedProviders({ list: () => [modelOf('a'), modelOf('demo', { demo: true })] })
  const log = { info: () => {}, error: () => {} }
  const ports = { providers: around.watch, clock: around.clock, log }
  const stream = (request: Request) => streamProviders({ request, ports, requestId: 'req_1' })
  return { ...around, stream }
}

const address = 'http://localhost/api/v1/providers/events'

async function readerOf(response: Response) {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (!reader) throw new Error('no body')
  return { read: async () => (await reader.read()).value ?? null, cancel: () => reader.cancel() }
}

describe('providers in the API', () => {
  it('fit their schema, whatever is known of them', () => {
    const { watch, clock } = setUp()
    const ticket = watch.stateOf('a').admit('a/m')
    ticket.headroom({ requests: { limit: null, remaining: 3, resetAt: null }, tokens: null })
    ticket.ended({ reason: 'unreachable', retryable: true, retryAfterMs: null })
    const body = toProviders({ at: clock.now(), providers: watch.reports() })
    expect(providersResource.parse(body)).toEqual(body)
    expect(body.data.map(({ id, built_in }) => [id, built_in])).toEqual([
      ['a', false],
      ['demo', true],
    ])
    expect(body.data[0]).toMatchObject({
      availability: { healthy: 0, unhealthy: 1, share: 0 },
      first_token_ms: { count: 0, mean: null },
      headroom: { requests: { limit: null, remaining: 3, resets_at: null }, tokens: null },
    })
  })

  it('have an example that fits too', () => {
    expect(providersResource.parse(sampleProviders)).toEqual(sampleProviders)
  })
})

describe('the stream of the providers', () => {
  it('begins with how they are, and goes on when that changes', async () => {
    const { stream, watch, clock } = setUp()
    const response = await stream(new Request(address))
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    const { read, cancel } = await readerOf(response)
    expect(await read()).toBe(STREAM_HEAD)
    const first = await read()
    expect(first).toMatch(/^event: providers\.snapshot\ndata: .*\n\n$/)
    const body = providersResource.parse(JSON.parse(first?.split('data: ')[1] ?? ''))
    expect(body.data[0]).toMatchObject({ id: 'a', in_flight: 0, status: 'unknown' })
    const next = read()
    watch.stateOf('a').admit('a/m').ended('ok')
    await clock.advance(1_000)
    expect(await next).toContain('"status":"operational"')
    await cancel()
  })

  it('sends a comment when it has been silent for a while', async () => {
    const { stream, clock } = setUp()
    const { read, cancel } = await readerOf(await stream(new Request(address)))
    await read()
    await read()
    const next = read()
    await clock.advance(15_000)
    expect(await next).toBe(': \n\n')
    await cancel()
  })

  it('ends with the process', async () => {
    const { stream, watch, clock } = setUp()
    const { read } = await readerOf(await stream(new Request(address)))
    await read()
    await read()
    const end = read()
    watch.end()
    await clock.advance(0)
    expect(await end).toBeNull()
  })

  it('is read, not written', async () => {
    const { stream } = setUp()
    await expect(stream(new Request(address, { method: 'POST' }))).rejects.toMatchObject({ code: 'METHOD_NOT_ALLOWED' })
  })
})
