import { describe, expect, it } from 'vitest'
import { createApi } from './api.ts'
import { ApiProblem } from './api-problem.ts'

type Sent = { url: string; method: string; headers: Headers; body: unknown }

function fakeApi(respond: () => Response | Promise<Response>) {
  const sent: Sent[] = []
  const client = createApi((input, init) => {
    sent.push({
      url: String(input),
      method: String(init?.method),
      headers: new Headers(init?.headers),
      body: JSON.parse(String(init?.body ?? 'null')),
    })
    return Promise.resolve(respond())
  })
  return { client, sent }
}

const accepted = () => Response.json({ id: 'run_1', conversation_id: 'cnv_1', status: 'queued' }, { status: 202 })

async function problemOf(promise: Promise<unknown>): Promise<ApiProblem> {
  const error = await promise.catch((cause: unknown) => cause)
  expect(error).toBeInstanceOf(ApiProblem)
  return error as ApiProblem
}

describe('api client', () => {
  it('starts a run in snake case and with the key it was given', async () => {
    const { client, sent } = fakeApi(accepted)
    const run = await client.startRun({ question: 'Why?', conversationId: 'cnv_1', idempotencyKey: 'k1' })
    expect(run).toEqual({ id: 'run_1', conversationId: 'cnv_1' })
    expect(sent[0]).toMatchObject({ url: '/api/v1/runs', body: { question: 'Why?', conversation_id: 'cnv_1' } })
    expect(sent[0]?.headers.get('idempotency-key')).toBe('k1')
  })

  it('goes on from a run and stops one', async () => {
    const { client, sent } = fakeApi(accepted)
    await client.continueRun({ runId: 'run_1', from: 'failed_seats', idempotencyKey: 'k2' })
    await client.cancelRun({ runId: 'run_1' })
    expect(sent.map(({ url, body }) => [url, body])).toEqual([
      ['/api/v1/runs/run_1/continue', { from: 'failed_seats' }],
      ['/api/v1/runs/run_1/cancel', {}],
    ])
  })

  it('edits, deletes, restores and searches conversations', async () => {
    const { client, sent } = fakeApi(() => Response.json({ data: [] }))
    await client.updateConversation({ id: 'cnv_1', change: { pinned: true }, ifVersion: 3 })
    await client.deleteConversation({ id: 'cnv_1' })
    await client.restoreConversation({ id: 'cnv_1' })
    expect(await client.searchConversations({ query: 'a b&c' })).toEqual([])
    expect(await client.listConversations({ limit: 50, cursor: 'x.y', pinned: false })).toEqual({
      rows: [],
      next: null,
    })
    expect(sent.map(({ method, url, body }) => [method, url, body])).toEqual([
      ['PATCH', '/api/v1/conversations/cnv_1', { pinned: true }],
      ['DELETE', '/api/v1/conversations/cnv_1', null],
      ['POST', '/api/v1/conversations/cnv_1/restore', {}],
      ['GET', '/api/v1/conversations/search?q=a+b%26c', null],
      ['GET', '/api/v1/conversations?limit=50&cursor=x.y&pinned=false', null],
    ])
    expect(sent[0]?.headers.get('if-match')).toBe('"3"')
  })

  it('turns an error answer into a problem that names code, fields and the wait', async () => {
    const error = {
      code: 'QUOTA_EXCEEDED',
      message: 'Used up.',
      request_id: 'req_1',
      details: { issues: [{ path: 'question', message: 'Too long.' }] },
    }
    const { client } = fakeApi(() => Response.json({ error }, { status: 429, headers: { 'retry-after': '60' } }))
    const problem = await problemOf(client.cancelRun({ runId: 'run_1' }))
    expect(problem).toMatchObject({ code: 'QUOTA_EXCEEDED', status: 429, retryAfterS: 60, requestId: 'req_1' })
    expect(problem.issues).toEqual([{ path: 'question', message: 'Too long.' }])
  })

  it('survives an answer that is not ours', async () => {
    const { client } = fakeApi(() => new Response('<html>Bad gateway</html>', { status: 502 }))
    expect(await problemOf(client.cancelRun({ runId: 'run_1' }))).toMatchObject({ code: 'HTTP_502', status: 502 })
  })

  it('says when no answer came at all', async () => {
    const { client } = fakeApi(() => Promise.reject(new TypeError('Failed to fetch')))
    expect(await problemOf(client.cancelRun({ runId: 'run_1' }))).toMatchObject({ code: 'NETWORK', status: 0 })
  })
})
