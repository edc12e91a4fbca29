import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { asOperator, ended, readStream, TOKEN } from '../api/client.ts'
import { type Server, startServer } from '../server.ts'

const LIMIT_MS = 30_000
const servers: Server[] = []

afterAll(async () => {
  for (const server of servers) await server.stop()
})

describe.each([
  ['that leaves running calls their time', {}],
  ['that leaves running calls no time', { DRAIN_GRACE_MS: '0' }],
])('SIGTERM during three runs, with a shutdown %s', (_name, env) => {
  it('ends the process with 0 within 30 s, and after a restart every run ends complete', async () => {
    const server = await startServer({ env: { API_TOKEN: TOKEN, DEMO_PACE: '0.3', ...env } })
    servers.push(server)
    const call = asOperator(server.url)
    const asked = await Promise.all(
      ['quick', 'standard', 'quick'].map((council) =>
        call('/api/v1/runs', { json: { question: 'How do councils decide?', council } }),
      ),
    )
    const ids: string[] = asked.map(({ body }) => body.id)
    const credentials = { authorization: `Bearer ${TOKEN}` }
    const streams = ids.map((id) => `${server.url}/api/v1/runs/${id}/events`)
    await Promise.all(streams.map((url) => readStream(url, credentials, ({ event }) => event === 'delta')))

    const viewer = readStream(streams[0] as string, credentials)
    const end = await Promise.race([server.kill('SIGTERM'), delay(LIMIT_MS, 'still there', { ref: false })])
    expect(end).toEqual({ code: 0, signal: null })
    const { events } = await viewer
    expect(events.at(-1)?.event).not.toBe('run.completed')

    await server.restart()
    for (const id of ids) {
      const run = await ended(call, id)
      expect(run).toMatchObject({ status: 'completed', quality: 'full' })
      const completed = run.calls.filter((made: { status: string }) => made.status === 'completed')
      expect(completed).toHaveLength(run.members.length + 4 + 1)
    }
  }, 90_000)
})
