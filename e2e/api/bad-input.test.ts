import { readFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { describe, expect, it } from 'vitest'
import { errorSchema, problemSchema } from '../../lib/api/openapi/error.schema.ts'
import { type Answer, type Call, ended, TOKEN } from './client.ts'
import { operatorServer } from './operator-server.ts'

const server = operatorServer()
const { call } = server

const json = { 'content-type': 'application/json' }

function expectError(answer: Answer, status: number, code: string, param: string | null = null) {
  expect(answer.body, answer.text.slice(0, 300)).not.toBeNull()
  const { error } = errorSchema.parse(answer.body)
  expect({ status: answer.status, code: error.code, param: error.param }).toEqual({ status, code, param })
  expect(error.request_id).toBe(answer.headers.get('x-request-id'))
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  return error
}

describe('a question that cannot be asked', () => {
  it.each<[string, unknown, string | null]>([
    ['no question', {}, 'question'],
    ['an empty one', { question: '' }, 'question'],
    ['a blank one', { question: ' \n\t\u00a0 ' }, 'question'],
    ['nothing but NUL', { question: '\u0000\u0000' }, 'question'],
    ['over 20,000 characters', { question: 'x'.repeat(20_001) }, 'question'],
    ['a number', { question: 7 }, 'question'],
    ['a list of questions', { question: ['Why?'] }, 'question'],
    ['an unknown council', { question: 'Why?', council: 'the-wise' }, 'council'],
    ['a council with a NUL in it', { question: 'Why?', council: 'quick\u0000' }, 'council'],
    ['an object property as council', { question: 'Why?', council: 'constructor' }, 'council'],
    ['an unknown model', { question: 'Why?', model: 'openai/gpt-99' }, 'model'],
    ['a council and a model', { question: 'Why?', council: 'quick', model: 'demo/archivist' }, 'model'],
    [
      'a conversation that is not there',
      { question: 'Why?', conversation_id: `cnv_${'0'.repeat(26)}` },
      'conversation_id',
    ],
    ['a conversation id with a NUL', { question: 'Why?', conversation_id: 'cnv_\u0000' }, 'conversation_id'],
    ['an unknown field', { question: 'Why?', temperature: 1 }, 'temperature'],
    ['the field of another spelling', { question: 'Why?', conversationId: 'x' }, 'conversationId'],
    ['a list as body', [], null],
    ['a text as body', 'Why?', null],
    ['null as body', null, null],
  ])('%s: 422 that names the field', async (_name, body, param) => {
    const error = expectError(await call('/api/v1/runs', { json: body }), 422, 'VALIDATION_FAILED', param)
    expect(error.details.issues?.length).toBeGreaterThan(0)
    if (param) expect(error.details.issues?.[0]?.path).toBe(param)
  })

  it('without a body says what is missing', async () => {
    expectError(await call('/api/v1/runs', { method: 'POST' }), 422, 'VALIDATION_FAILED')
    expectError(await call('/api/v1/runs', { method: 'POST', headers: json, raw: '' }), 422, 'VALIDATION_FAILED')
  })

  it('of exactly 20,000 characters is asked', async () => {
    const answer = await call('/api/v1/runs', { json: { question: 'x'.repeat(20_000), model: 'demo/editor' } })
    expect(answer.status).toBe(202)
  })

  it.each([
    ['?wait=yes', 'wait'],
    ['?wait=', 'wait'],
    ['?wait=true&wait=false', 'wait'],
    ['?weight=true', 'weight'],
  ])('with %s: 422 that names the parameter', async (query, param) => {
    expectError(await call(`/api/v1/runs${query}`, { json: { question: 'Why?' } }), 422, 'VALIDATION_FAILED', param)
  })
})

describe('text that no database holds', () => {
  it('is cleaned and asked: NUL and lone surrogates', async () => {
    const raw = '{"question":"What is\\u0000 a coun\\ud800cil?","model":"demo/editor"}'
    const answer = await call('/api/v1/runs', { headers: json, raw })
    expect(answer.status).toBe(202)
    expect(answer.body.question).toBe('What is a coun\ufffdcil?')
    expect((await ended(call, answer.body.id)).status).toBe('completed')
  })
})

describe('a body that is not JSON', () => {
  it.each<[string, Call, number, string]>([
    [
      'form-encoded',
      { headers: { 'content-type': 'application/x-www-form-urlencoded' }, raw: 'question=Why' },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['text', { headers: { 'content-type': 'text/plain' }, raw: '{"question":"Why?"}' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    [
      'multipart',
      { headers: { 'content-type': 'multipart/form-data; boundary=x' }, raw: '--x--' },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['untyped', { headers: { 'content-type': '' }, raw: '{"question":"Why?"}' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['broken', { headers: json, raw: '{"question":' }, 400, 'MALFORMED_REQUEST'],
    ['not UTF-8', { headers: json, raw: new Uint8Array([0x22, 0xff, 0xfe, 0x22]) }, 400, 'MALFORMED_REQUEST'],
    ['deeply nested', { headers: json, raw: `${'['.repeat(100_000)}${']'.repeat(100_000)}` }, 422, 'VALIDATION_FAILED'],
  ])('%s: refused in the contract', async (_name, request, status, code) => {
    expectError(await call('/api/v1/runs', { method: 'POST', ...request }), status, code)
  })
})

describe('a body of 100 MB', () => {
  const rssMb = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]) / 1024

  function upload(headers: Record<string, string | number>): Promise<{ status: number; body: string; sentMb: number }> {
    return new Promise((resolve, reject) => {
      const chunk = Buffer.alloc(1_048_576, 'x')
      let sentMb = 0
      const request = httpRequest(`${server.url}/api/v1/runs`, {
        method: 'POST',
        headers: { ...json, authorization: `Bearer ${TOKEN}`, ...headers },
      })
      request.on('response', (response) => {
        let body = ''
        response.setEncoding('utf8').on('data', (text) => {
          body += text
        })
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, body, sentMb })
          request.destroy()
        })
        response.on('error', reject)
      })
      request.on('error', reject)
      const send = () => {
        while (sentMb < 100 && !request.destroyed) {
          sentMb += 1
          if (!request.write(chunk)) return void request.once('drain', send)
        }
        request.end()
      }
      send()
    })
  }

  it.each<[string, Record<string, string | number>]>([
    ['announced', { 'content-length': 104_857_600 }],
    ['streamed without a length', {}],
  ])('%s: 413, and the server does not hold it', async (_name, headers) => {
    const before = rssMb()
    const { status, body } = await upload(headers)
    expect(status).toBe(413)
    expect(errorSchema.parse(JSON.parse(body)).error.code).toBe('PAYLOAD_TOO_LARGE')
    expect(rssMb() - before).toBeLessThan(60)
    expect((await call('/health')).status).toBe(200)
  })
})

describe('an address that is not there', () => {
  it.each([
    '/api/v1',
    '/api/v1/nothing',
    '/api/v1/runs/run_nothing',
    `/api/v1/runs/run_${'0'.repeat(26)}`,
    `/api/v1/runs/run_${'0'.repeat(26)}/events`,
    '/api/v1/runs/%00',
    '/api/v1/runs/%00/events',
    '/api/v1/runs/%ED%A0%80',
    "/api/v1/runs/'%20or%201=1",
    '/api/v1/runs/..%2f..%2fetc',
    '/api/v1/conversations/cnv_nothing',
    `/api/v1/conversations/cnv_${'0'.repeat(26)}`,
  ])('%s: 404 in the contract', async (path) => {
    expectError(await call(path), 404, 'NOT_FOUND')
  })

  it.each(['cancel', 'continue'])('a run that is not there cannot %s', async (verb) => {
    const answer = await call(`/api/v1/runs/run_${'0'.repeat(26)}/${verb}`, {
      json: verb === 'cancel' ? {} : { from: 'failed_seats' },
    })
    expectError(answer, 404, 'NOT_FOUND')
  })
})

describe('a method that is not there', () => {
  it.each([
    ['DELETE', '/api/v1/runs', 'POST'],
    ['GET', '/api/v1/runs', 'POST'],
    ['PUT', `/api/v1/runs/run_${'0'.repeat(26)}`, 'GET'],
    ['PATCH', '/api/v1/councils', 'GET, POST'],
    ['POST', `/api/v1/runs/run_${'0'.repeat(26)}/events`, 'GET'],
    ['POST', '/health', 'GET, HEAD'],
    ['DELETE', '/ready', 'GET, HEAD'],
  ])('%s %s: 405 and what is allowed', async (method, path, allow) => {
    const answer = await call(path, { method })
    expectError(answer, 405, 'METHOD_NOT_ALLOWED')
    expect(answer.headers.get('allow')).toBe(allow)
  })

  it('OPTIONS says what there is', async () => {
    const answer = await call('/api/v1/runs', { method: 'OPTIONS' })
    expect([answer.status, answer.headers.get('allow')]).toEqual([204, 'POST'])
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('lists', () => {
  it.each([
    ['limit=0', 'limit'],
    ['limit=101', 'limit'],
    ['limit=many', 'limit'],
    ['limit=', 'limit'],
    ['cursor=forged', 'cursor'],
    ['cursor=', 'cursor'],
    ['cursor=%00', 'cursor'],
    ['cursor=WzEsImNudiJd.000000000000000000000000', 'cursor'],
    ['offset=10', 'offset'],
  ])('?%s: 422 that names the parameter', async (query, param) => {
    expectError(await call(`/api/v1/conversations?${query}`), 422, 'VALIDATION_FAILED', param)
  })
})

describe('the error contract', () => {
  it('speaks RFC 9457 where that is asked for', async () => {
    const answer = await call('/api/v1/runs', { json: {}, headers: { accept: 'application/problem+json' } })
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(problemSchema.parse(answer.body)).toMatchObject({ status: 422, param: 'question' })
  })

  it('keeps a sane request id and replaces another', async () => {
    const kept = await call('/api/v1/nothing', { headers: { 'x-request-id': 'edge-4711-abc' } })
    expect(kept.body.error.request_id).toBe('edge-4711-abc')
    const replaced = await call('/api/v1/nothing', { headers: { 'x-request-id': '<script>' } })
    expect(replaced.body.error.request_id).toMatch(/^req_/)
  })

  it('leads to its own example by docs_url', async () => {
    const { error } = (await call('/api/v1/nothing')).body
    const [path, pointer] = error.docs_url.split('#/')
    const document = (await call(path)).body
    const example = pointer.split('/').reduce((at: Record<string, never>, key: string) => at[key], document)
    expect(example.value.error.code).toBe('NOT_FOUND')
  })
})
