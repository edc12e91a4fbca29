import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signGuest } from '../../lib/api/guest-cookie.ts'
import { becomeGuest } from '../guest.ts'
import { type Server, startServer } from '../server.ts'
import { asGuest, asNobody, asOperator, type Client, ended, TOKEN } from './client.ts'

let server: Server
let operator: Client
let nobody: Client
let guest: Client
let guestCookie: string
let other: Client

beforeAll(async () => {
  server = await startServer({ env: { API_TOKEN: TOKEN } })
  operator = asOperator(server.url)
  nobody = asNobody(server.url)
  guestCookie = (await becomeGuest(server.url)).cookie
  guest = asGuest(server.url, guestCookie)
  other = asGuest(server.url, (await becomeGuest(server.url)).cookie)
})
afterAll(() => server?.stop())

const json = { question: 'How do councils decide?', model: 'demo/editor' }
const absent = `run_${'0'.repeat(26)}`

const operations: [method: string, path: string, json?: unknown][] = [
  ['POST', '/api/v1/runs', json],
  ['GET', `/api/v1/runs/${absent}`],
  ['GET', `/api/v1/runs/${absent}/events`],
  ['POST', `/api/v1/runs/${absent}/cancel`],
  ['POST', `/api/v1/runs/${absent}/continue`, { from: 'failed_seats' }],
  ['GET', '/api/v1/conversations'],
  ['GET', `/api/v1/conversations/cnv_${'0'.repeat(26)}`],
  ['PATCH', `/api/v1/conversations/cnv_${'0'.repeat(26)}`, { title: 'New' }],
  ['DELETE', `/api/v1/conversations/cnv_${'0'.repeat(26)}`],
  ['POST', `/api/v1/conversations/cnv_${'0'.repeat(26)}/restore`],
  ['GET', '/api/v1/conversations/search?q=sky'],
  ['GET', '/api/v1/councils'],
  ['GET', '/api/v1/models'],
  ['GET', '/api/v1/models/demo%2Farchivist'],
  ['PATCH', '/api/v1/models/demo%2Farchivist', { active: true }],
  ['GET', '/api/v1/models/demo%2Farchivist/insights'],
  ['GET', `/api/v1/runs/${absent}/ledger`],
  ['GET', '/api/v1/usage'],
]

describe.each(operations)('%s %s', (method, path, body) => {
  const attempts: [string, () => Client, () => Record<string, string>][] = [
    ['no proof', () => nobody, () => ({})],
    ['a wrong bearer', () => nobody, () => ({ authorization: 'Bearer wrong' })],
    ['an empty bearer', () => nobody, () => ({ authorization: 'Bearer' })],
    ['a wrong bearer beside a good cookie', () => guest, () => ({ authorization: 'Bearer wrong' })],
    ['a forged cookie', () => nobody, () => ({ cookie: forgedCookie() })],
    ['a key in the address', () => nobody, () => ({})],
  ]

  it.each(attempts)('with %s: 401 and how to authenticate', async (name, client, headers) => {
    const query = name === 'a key in the address' ? `?api_token=${TOKEN}` : ''
    const answer = await client()(path + query, { method, headers: headers(), ...(body ? { json: body } : {}) })
    expect(answer.status).toBe(401)
    expect(answer.body.error.code).toBe('UNAUTHENTICATED')
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer realm=/)
    expect(answer.headers.get('x-request-id')).toBeTruthy()
  })
})

function forgedCookie(): string {
  const [id, tenantId] = guestCookie.slice('lc_guest='.length).split('.') as [string, string]
  return `lc_guest=${signGuest({ id, tenantId }, 'not the key')}`
}

describe('what anyone may read', () => {
  it.each(['/health', '/ready', '/api/v1/openapi.json'])('%s', async (path) => {
    const answer = await nobody(path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('x-request-id')).toBeTruthy()
  })
})

describe('the things of another', () => {
  it.each<[string, () => Client, () => Client]>([
    ['a guest', () => guest, () => other],
    ['the operator', () => operator, () => guest],
    ['a guest, for the operator', () => guest, () => operator],
  ])('of %s do not exist for anyone else, and stay untouched', async (_name, owner, stranger) => {
    const { body: made } = await owner()('/api/v1/runs?wait=true', { json })
    const before = await ended(owner(), made.id)
    const paths: [string, string, unknown?][] = [
      ['GET', `/api/v1/runs/${made.id}`],
      ['GET', `/api/v1/runs/${made.id}/events`],
      ['GET', `/api/v1/runs/${made.id}/ledger`],
      ['POST', `/api/v1/runs/${made.id}/cancel`, {}],
      ['POST', `/api/v1/runs/${made.id}/continue`, { from: 'failed_seats' }],
      ['GET', `/api/v1/conversations/${made.conversation_id}`],
    ]
    for (const [method, path, body] of paths) {
      const answer = await stranger()(path, { method, ...(body ? { json: body } : {}) })
      expect([answer.status, answer.body.error.code], `${method} ${path}`).toEqual([404, 'NOT_FOUND'])
    }
    const asked = await stranger()('/api/v1/runs', { json: { ...json, conversation_id: made.conversation_id } })
    expect([asked.status, asked.body.error.param]).toEqual([422, 'conversation_id'])
    const list = await stranger()('/api/v1/conversations?limit=100')
    expect(list.text).not.toContain(made.conversation_id)
    expect((await owner()(`/api/v1/runs/${made.id}`)).body).toEqual(before)
  })

  it('include cursors', async () => {
    await operator('/api/v1/runs?wait=true', { json })
    await operator('/api/v1/runs?wait=true', { json })
    const { body } = await operator('/api/v1/conversations?limit=1')
    const answer = await guest(`/api/v1/conversations?cursor=${encodeURIComponent(body.next_cursor)}`)
    expect([answer.status, answer.body.error.param]).toEqual([422, 'cursor'])
  })
})

describe('a request that another site made the browser send', () => {
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]

  it.each(foreign)('with %j: 403, and nothing was asked', async (headers) => {
    const before = (await guest('/api/v1/conversations')).body.data.length
    for (const path of ['/api/v1/runs', `/api/v1/runs/${absent}/cancel`, `/api/v1/runs/${absent}/continue`]) {
      const answer = await guest(path, { json, headers })
      expect([answer.status, answer.body.error.code]).toEqual([403, 'FOREIGN_ORIGIN'])
    }
    expect((await guest('/api/v1/conversations')).body.data).toHaveLength(before)
  })

  it('is not what our own pages and programs send', async () => {
    const own = await guest('/api/v1/runs?wait=true', { json, headers: { origin: server.url } })
    expect(own.status).toBe(200)
    const fetched = await guest('/api/v1/runs?wait=true', { json, headers: { 'sec-fetch-site': 'same-origin' } })
    expect(fetched.status).toBe(200)
    const program = await operator('/api/v1/runs', { json, headers: { origin: 'https://tool.example' } })
    expect(program.status).toBe(202)
  })
})

describe('the limits of a guest', () => {
  it('are told in the contract: two at once', async () => {
    const third = asGuest(server.url, (await becomeGuest(server.url)).cookie)
    const slow = { question: '[[all: stall]] Why?', council: 'quick' }
    const answers = await Promise.all(Array.from({ length: 4 }, () => third('/api/v1/runs', { json: slow })))
    const refused = answers.filter(({ status }) => status === 429)
    expect(refused.length).toBeGreaterThanOrEqual(2)
    expect(refused[0]?.body.error).toMatchObject({ code: 'TOO_MANY_RUNS', type: 'rate_limit_error' })
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
    for (const { status, body } of answers) {
      if (status === 202) await third(`/api/v1/runs/${body.id}/cancel`, { method: 'POST' })
    }
  })

  it('are told in the contract: thirty a day, with when it opens again', async () => {
    const fourth = asGuest(server.url, (await becomeGuest(server.url)).cookie)
    const statuses: number[] = []
    for (let i = 0; i < 30; i++) statuses.push((await fourth('/api/v1/runs?wait=true', { json })).status)
    expect(statuses.slice(0, 29).every((status) => status === 200)).toBe(true)
    const refused = await fourth('/api/v1/runs', { json })
    expect([refused.status, refused.body.error.code]).toEqual([429, 'QUOTA_EXCEEDED'])
    expect(refused.headers.get('ratelimit-policy')).toBe('"day";q=30;w=86400')
    expect(refused.headers.get('x-ratelimit-remaining')).toBe('0')
    expect(refused.headers.get('retry-after')).toBe(refused.headers.get('x-ratelimit-reset'))
    expect((await fourth('/api/v1/conversations')).status).toBe(200)
  })
})
