import { ORPCError, ValidationError } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { AppError, ERROR_TABLE, type ErrorCode, invalidField } from '../core/kernel/errors.ts'
import { errorSchema, problemSchema } from './openapi/error.schema.ts'
import { errorBody, errorHeaders, problemResponse, toAppError } from './problem.ts'

const meta = { requestId: 'req_test', now: Date.UTC(2026, 0, 2), appUrl: null, method: 'POST' }
const codes = Object.keys(ERROR_TABLE) as ErrorCode[]

function refused(schema: z.ZodType, data: unknown) {
  const issues = schema.safeParse(data).error?.issues ?? []
  const cause = new ValidationError({ message: 'Input validation failed', issues, data })
  return toAppError(new ORPCError('BAD_REQUEST', { cause }))
}

describe.each(codes)('%s', (code) => {
  const error = new AppError(code)

  it('answers with its status and the one error body', async () => {
    const response = problemResponse(error, { ...meta, accept: '*/*' })
    expect(response.status).toBe(ERROR_TABLE[code].status)
    expect(response.headers.get('content-type')).toBe('application/json')
    const body = await response.json()
    expect(errorSchema.parse(body).error).toMatchObject({ code, request_id: 'req_test', param: null, details: {} })
    expect(body.error.docs_url).toBe(`/api/v1/openapi.json#/components/examples/${code}`)
    expect(body.error.timestamp).toBe('2026-01-02T00:00:00.000Z')
  })

  it('answers in RFC 9457 where that is asked for', async () => {
    const response = problemResponse(error, { ...meta, accept: 'application/problem+json, application/json;q=0.5' })
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(problemSchema.parse(await response.json())).toMatchObject({ code, status: ERROR_TABLE[code].status })
  })
})

describe('the headers of an error', () => {
  it('tell how to authenticate', () => {
    expect(errorHeaders(new AppError('UNAUTHENTICATED'), 'GET')).toEqual({
      'WWW-Authenticate': 'Bearer realm="llm-council"',
    })
    const invalid = new AppError('UNAUTHENTICATED', undefined, { isInvalidToken: true })
    expect(errorHeaders(invalid, 'GET')['WWW-Authenticate']).toContain('error="invalid_token"')
    expect(errorBody(invalid, meta).error.details).toEqual({})
  })

  it('tell when the limit opens again, in the draft fields and the older trio', () => {
    const limit = { name: 'day', quota: 30, remaining: 0, windowS: 86_400, resetS: 3600 }
    const error = new AppError('QUOTA_EXCEEDED', undefined, { retryAfterS: 3600, limit })
    expect(errorHeaders(error, 'POST')).toEqual({
      'Retry-After': '3600',
      'RateLimit-Policy': '"day";q=30;w=86400',
      RateLimit: '"day";r=0;t=3600',
      'X-RateLimit-Limit': '30',
      'X-RateLimit-Remaining': '0',
      'X-RateLimit-Reset': '3600',
    })
    expect(errorBody(error, meta).error.details).toEqual({
      retry_after_s: 3600,
      limit: { name: 'day', quota: 30, remaining: 0, window_s: 86_400, reset_s: 3600 },
    })
  })

  it('forbid a retry once money may be spent, and only then', () => {
    const forbidden = (method: string) =>
      codes.filter((code) => errorHeaders(new AppError(code), method)['x-should-retry'] === 'false')
    expect(forbidden('POST')).toEqual(['INTERNAL', 'ALL_MEMBERS_FAILED', 'WAIT_TIMEOUT'])
    expect(forbidden('GET')).toEqual(['ALL_MEMBERS_FAILED', 'WAIT_TIMEOUT'])
  })

  it('tell which methods are allowed and that an unread body ends the connection', () => {
    expect(errorHeaders(new AppError('METHOD_NOT_ALLOWED', undefined, { allow: ['GET', 'POST'] }), 'PUT').Allow).toBe(
      'GET, POST',
    )
    expect(errorHeaders(new AppError('PAYLOAD_TOO_LARGE'), 'POST').Connection).toBe('close')
    expect(errorHeaders(new AppError('UNAVAILABLE'), 'GET')['Retry-After']).toBe('5')
  })
})

describe('broken input', () => {
  const schema = z.object({
    query: z.strictObject({ limit: z.coerce.number().max(100).optional() }),
    body: z.strictObject({ question: z.string().min(1, 'Write a question.'), members: z.array(z.string()).optional() }),
  })

  it.each<[string, unknown, { path: string; message: string }[]]>([
    ['a broken field', { query: {}, body: { question: '' } }, [{ path: 'question', message: 'Write a question.' }]],
    ['a missing field', { query: {}, body: {} }, [{ path: 'question', message: 'This field is required.' }]],
    ['a missing body', { query: {} }, [{ path: '', message: 'Send a JSON object.' }]],
    [
      'an unknown field',
      { query: {}, body: { question: 'x', temperature: 1 } },
      [{ path: 'temperature', message: 'This field is not known.' }],
    ],
    [
      'a field deep inside',
      { query: {}, body: { question: 'x', members: ['a', 1] } },
      [{ path: 'members.1', message: 'Invalid input: expected string, received number' }],
    ],
    [
      'a parameter',
      { query: { limit: '101' }, body: { question: 'x' } },
      [{ path: 'limit', message: 'Too big: expected number to be <=100' }],
    ],
  ])('names %s', (_name, data, issues) => {
    const error = refused(schema, data)
    expect(error.code).toBe('VALIDATION_FAILED')
    expect(errorBody(error, meta).error.details).toEqual({ issues })
    expect(errorBody(error, meta).error.param).toBe(issues[0]?.path || null)
  })

  it('of a verb is named the same way', () => {
    const { error } = errorBody(invalidField('conversation_id', 'There is no such conversation.'), meta)
    expect(error.param).toBe('conversation_id')
    expect(error.details.issues).toEqual([{ path: 'conversation_id', message: 'There is no such conversation.' }])
  })
})

describe('an unknown error', () => {
  it('is masked for the caller and keeps its cause for the log', () => {
    const cause = new Error('password=hunter2 at /srv/app')
    const error = toAppError(cause)
    expect(error.cause).toBe(cause)
    expect(JSON.stringify(errorBody(error, meta))).not.toContain('hunter2')
  })

  it('includes an answer that does not fit its own schema', () => {
    expect(toAppError(new ORPCError('INTERNAL_SERVER_ERROR', { message: 'Output validation failed' })).code).toBe(
      'INTERNAL',
    )
  })
})
