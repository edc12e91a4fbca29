import { describe, expect, it } from 'vitest'
import { AppError } from '../core/kernel/errors.ts'
import type { ApiPorts } from './context.ts'
import { exchange } from './exchange.ts'

function portsWith(logged: { event: string; error: unknown }[] = []) {
  const ports: Pick<ApiPorts, 'clock' | 'ids' | 'log' | 'appUrl'> = {
    clock: { now: () => Date.UTC(2026, 0, 2), after: () => () => {} },
    ids: { next: (kind) => `${kind}_minted`, secret: () => '' },
    log: { info: () => {}, error: (event, error) => logged.push({ event, error }) },
    appUrl: 'https://council.example/',
  }
  return async () => ports as ApiPorts
}

const request = (headers: Record<string, string> = {}) => new Request('http://council.test/api/v1/x', { headers })

const doorOf = (load: () => Promise<ApiPorts>) => ({ load, now: () => 0 })

describe('an exchange', () => {
  it('gives every answer an id of its own and keeps it out of caches', async () => {
    const response = await exchange(request(), doorOf(portsWith()), async () => Response.json({}))
    expect(response.headers.get('x-request-id')).toBe('request_minted')
    expect(response.headers.get('cache-control')).toBe('private, no-store')
  })

  it.each([
    ['edge-42_a.b:c', 'edge-42_a.b:c'],
    ['short', 'request_minted'],
    ['x'.repeat(129), 'request_minted'],
    ['has spaces and <b>', 'request_minted'],
  ])('answers the id %j with %j', async (given, expected) => {
    const response = await exchange(request({ 'x-request-id': given }), doorOf(portsWith()), async () =>
      Response.json({}),
    )
    expect(response.headers.get('x-request-id')).toBe(expected)
  })

  it('leaves an answer its own caching', async () => {
    const headers = { 'Cache-Control': 'no-store, no-transform' }
    const response = await exchange(request(), doorOf(portsWith()), async () => new Response('', { headers }))
    expect(response.headers.get('cache-control')).toBe('no-store, no-transform')
  })

  it('answers what was thrown in the contract, with the same id in header and body', async () => {
    const response = await exchange(request(), doorOf(portsWith()), async () => {
      throw new AppError('NOT_FOUND', 'There is no such run.')
    })
    const { error } = await response.json()
    expect(response.status).toBe(404)
    expect(error).toMatchObject({ code: 'NOT_FOUND', message: 'There is no such run.', request_id: 'request_minted' })
    expect(error.docs_url).toMatch(/^https:\/\/council\.example\/api\/v1\//)
  })

  it('logs an unknown error whole and tells the caller nothing of it', async () => {
    const logged: { event: string; error: unknown }[] = []
    const cause = new Error('select * from secrets')
    const response = await exchange(request(), doorOf(portsWith(logged)), async () => {
      throw cause
    })
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('secrets')
    expect(logged).toEqual([{ event: 'api.failed', error: cause }])
  })

  it('does not log expected errors as failures', async () => {
    const logged: { event: string; error: unknown }[] = []
    await exchange(request(), doorOf(portsWith(logged)), async () => {
      throw new AppError('NOT_FOUND')
    })
    expect(logged).toEqual([])
  })

  it('answers 503 in the contract when the product itself is not there', async () => {
    const load = () => Promise.reject(new Error('no database'))
    const response = await exchange(request(), doorOf(load), async () => Response.json({}))
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('5')
    expect(response.headers.get('x-request-id')).toBeTruthy()
    expect((await response.json()).error.code).toBe('UNAVAILABLE')
  })
})
