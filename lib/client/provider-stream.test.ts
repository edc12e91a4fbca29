import { describe, expect, it } from 'vitest'
import { createProviderStream, type ProvidersResource } from './provider-stream.ts'
import { fakeServer } from './run-stream.fixture.ts'

const at = (ms: number): ProvidersResource => ({ at: new Date(ms).toISOString(), data: [] })
const frame = (body: unknown) => `event: providers.snapshot\ndata: ${JSON.stringify(body)}\n\n`

/** The fake server's clock stands at ten seconds. */
function follow() {
  const server = fakeServer()
  const stream = createProviderStream(at(9_000), server.ports)
  let told = 0
  const leave = stream.subscribe(() => void told++)
  return { server, stream, leave, told: () => told, view: () => stream.getSnapshot() }
}

describe('following the providers', () => {
  it('begins with what the server rendered, and shows every picture that comes', async () => {
    const { server, view, leave } = follow()
    expect(view()).toEqual({ providers: at(9_000), connection: 'live', skewMs: null })
    await server.send(frame(at(9_600)))
    expect(view()).toEqual({ providers: at(9_600), connection: 'live', skewMs: 400 })
    leave()
  })

  it('reads pictures that arrive in pieces, and leaves out what is none', async () => {
    const { server, view, told, leave } = follow()
    const text = frame(at(9_700))
    await server.send(text.slice(0, 30))
    await server.send(text.slice(30))
    await server.send(': \n\n')
    await server.send('event: providers.snapshot\ndata: {"at":\n\n')
    await server.send(frame({ at: 5 }))
    await server.send(frame(null))
    expect([view().providers.at, told()]).toEqual([at(9_700).at, 1])
    leave()
  })

  it('comes back by itself after a break, sooner when it is woken', async () => {
    const { server, stream, view, leave } = follow()
    await server.send(`retry: 2000\n\n${frame(at(9_000))}`)
    await server.cut()
    expect(view().connection).toBe('reconnecting')
    expect(server.waitsMs()).toEqual([1_500])
    stream.wake()
    await server.send(frame(at(9_900)))
    expect(server.requests).toHaveLength(2)
    expect(view()).toMatchObject({ providers: at(9_900), connection: 'live' })
    leave()
  })

  it('waits longer each time nobody answers', async () => {
    const { server, leave } = follow()
    await server.refuse(503)
    const [first = 0] = server.waitsMs()
    await server.pass(first)
    await server.refuse(503)
    expect(server.waitsMs()).toEqual([2 * first])
    leave()
  })

  it('gives up where it is not let in', async () => {
    const { server, view, leave } = follow()
    await server.refuse(404)
    expect([view().connection, server.waitsMs()]).toEqual(['lost', []])
    leave()
  })

  it('hangs up when nobody looks any more', async () => {
    const { server, leave } = follow()
    leave()
    expect(server.requests[0]?.signal.aborted).toBe(true)
  })
})
