import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { type Server, startServer } from '../server.ts'
import { asNobody, asOperator, type Client, TOKEN } from './client.ts'

let server: Server
let call: Client

beforeAll(async () => {
  server = await startServer({ env: { API_TOKEN: TOKEN } })
  call = asNobody(server.url)
})
afterAll(() => server?.stop())

describe('the probes', () => {
  it('/health says that the process answers', async () => {
    const answer = await call('/health')
    expect(answer.body).toEqual({ status: 'ok', version: packageJson.version })
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
  })

  it('/ready says of every dependency whether it works', async () => {
    const { status, body } = await call('/ready')
    expect(status).toBe(200)
    expect(body).toMatchObject({ status: 'ready', version: packageJson.version })
    expect(body.dependencies.length).toBeGreaterThan(0)
    expect(body.providers).toEqual([])
    for (const dependency of body.dependencies) {
      expect(dependency).toEqual({
        name: expect.any(String),
        status: 'ok',
        latency_ms: expect.any(Number),
        reason: null,
      })
    }
  })

  it('need no body from whoever asks with HEAD', async () => {
    for (const path of ['/health', '/ready']) {
      const answer = await call(path, { method: 'HEAD' })
      expect([answer.status, answer.text]).toEqual([200, ''])
    }
  })
})

describe('a restart', () => {
  it('keeps what was asked, under the same addresses', async () => {
    const operator = asOperator(server.url)
    const { body } = await operator('/api/v1/runs?wait=true', { json: { question: 'Why?', council: 'quick' } })
    const pid = server.pid
    await server.restart()
    expect(server.pid).not.toBe(pid)
    expect((await operator(`/api/v1/runs/${body.id}`)).body).toEqual(body)
  })
})
