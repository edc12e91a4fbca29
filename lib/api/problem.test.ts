import { describe, expect, it } from 'vitest'
import { AppError, ERROR_TABLE, type ErrorCode } from '../core/kernel/errors.ts'
import { errorSchema, problemSchema } from './openapi/error.schema.ts'
import { errorBody, errorHeaders, problemResponse } from './problem.ts'

const meta = { requestId: 'req_test', now: Date.UTC(2026, 0, 2), appUrl: null, method: 'POST' }
const codes = Object.keys(ERROR_TABLE) as ErrorCode[]

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

  it('tell which methods are allowed and when to come back', () => {
    expect(errorHeaders(new AppError('METHOD_NOT_ALLOWED', undefined, { allow: ['GET', 'POST'] }), 'PUT').Allow).toBe(
      'GET, POST',
    )
    expect(errorHeaders(new AppError('UNAVAILABLE'), 'GET')['Retry-After']).toBe('5')
  })
})
