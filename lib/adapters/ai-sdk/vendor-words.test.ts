import { describe, expect, it } from 'vitest'
import { modelErrorFrom } from './failure.ts'
import { callError, streamError } from './wire.ts'

const ORIGIN = { provider: 'Lab', model: 'Alpha', secrets: ['my-own-token'] }
const NOW = { nowMs: Date.UTC(2026, 10, 21), usage: null }

const failed = (status: number, body: unknown, headers: Record<string, string> = {}) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return modelErrorFrom(callError({ message: '', status, body: text, headers }), ORIGIN, NOW)
}

const error = (message: string, rest: object = {}) => ({ error: { message, ...rest } })

describe('a question that is too long, in the words of', () => {
  it.each([
    ['OpenAI', 400, error('Your input exceeds the context window of this model.', { code: 'context_length_exceeded' })],
    ['Azure', 400, error("This model's maximum context length is 8192 tokens. However, you requested 9000 tokens.")],
    ['Anthropic', 400, error('prompt is too long: 210000 tokens > 200000 maximum')],
    ['Anthropic', 400, error('input length and `max_tokens` exceed context limit: 190000 + 20000 > 200000')],
    ['Gemini', 400, error('The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).')],
    ['Bedrock', 400, { message: 'Input is too long for requested model.' }],
    ['Bedrock', 400, { message: 'The model returned the following errors: prompt is too long: 3 tokens > 2 maximum' }],
    ['Ollama', 400, error('the request exceeds the available context size')],
    ['llama.cpp', 500, error('the request exceeds the available context size. try increasing the context size')],
    ['vLLM', 400, { message: 'The prompt (total length 9000) is too long', object: 'error' }],
    ['vLLM', 400, { message: "This model's maximum model length is 4096 tokens" }],
    ['Groq', 400, error('Please reduce the length of the messages or completion.')],
    ['xAI', 400, error("This model's maximum prompt length is 131072 but the request contains 200000 tokens.")],
    ['a proxy', 413, 'Request Entity Too Large'],
  ])('%s (%i)', (_vendor, status, body) => {
    expect(failed(status, body)).toMatchObject({ reason: 'context_overflow', retryable: false })
  })

  it('is not a limit on tokens per minute', () => {
    const body = error('Request too large for gpt-4 in organization org-x on tokens per min (TPM): Limit 10000.')
    expect(failed(429, body).reason).toBe('rate_limited')
  })
})

describe('access that is refused, in the words of', () => {
  it.each([
    ['Google', 400, error('API key not valid. Please pass a valid API key.', { status: 'INVALID_ARGUMENT' })],
    ['Google', 403, error('Permission denied', { status: 'PERMISSION_DENIED' })],
    ['AWS', 403, { message: 'The security token included in the request is invalid.' }],
    ['Anthropic', 401, { type: 'error', error: { type: 'authentication_error', message: 'invalid x-api-key' } }],
    ['Azure', 401, error('Access denied due to invalid subscription key or wrong API endpoint.', { code: '401' })],
  ])('%s (%i)', (_vendor, status, body) => {
    expect(failed(status, body)).toMatchObject({
      reason: 'unauthorized',
      retryable: false,
      message: 'Lab did not accept the key.',
    })
  })

  it.each([
    [400, error('Your credit balance is too low to access the Anthropic API.', { type: 'invalid_request_error' })],
    [402, error('Insufficient Balance')],
    [403, error('Insufficient credits')],
  ])('an account without credit (%i)', (status, body) => {
    expect(failed(status, body)).toMatchObject({
      reason: 'unauthorized',
      message: 'Lab says the account has no credit left.',
    })
  })
})

describe('a model that is not there, in the words of', () => {
  it.each([
    [
      'OpenAI',
      404,
      error('The model `gpt-9` does not exist or you do not have access to it.', { code: 'model_not_found' }),
    ],
    ['Azure', 404, error('The API deployment for this resource does not exist.', { code: 'DeploymentNotFound' })],
    ['Anthropic', 404, error('model: claude-9', { type: 'not_found_error' })],
    ['Gemini', 404, error('models/gemini-9 is not found for API version v1beta')],
    ['Bedrock', 400, { message: 'The provided model identifier is invalid.' }],
    ['Bedrock', 404, { message: 'This model version has reached the end of its life.' }],
    ['Ollama', 404, error('model "foo" not found, try pulling it first')],
  ])('%s (%i)', (_vendor, status, body) => {
    expect(failed(status, body)).toMatchObject({ reason: 'unknown_model', retryable: false })
  })
})

describe('a request that is wrong', () => {
  it.each([
    error("Unsupported value: 'top_p' is not supported with this model.", { type: 'invalid_request_error' }),
    error("This model's role 'system' is unsupported", { type: 'invalid_request_error' }),
    error('messages: roles must alternate', { type: 'invalid_request_error' }),
  ])('is not taken for a model that is not there: %j', (body) => {
    expect(failed(400, body)).toMatchObject({ reason: 'upstream_error', retryable: false })
  })
})

describe('how long to wait', () => {
  it.each([
    [{ 'retry-after': '3' }, 3_000],
    [{ 'retry-after': '0.5' }, 500],
    [{ 'retry-after': 'Sat, 21 Nov 2026 00:00:30 GMT' }, 30_000],
    [{ 'retry-after': 'Fri, 20 Nov 2026 00:00:00 GMT' }, 0],
    [{ 'retry-after-ms': '1500', 'retry-after': '9' }, 1_500],
    [{ 'retry-after': 'soon' }, null],
    [{}, null],
    [{ 'x-ratelimit-remaining-requests': '0', 'x-ratelimit-reset-requests': '1m30s' }, 90_000],
    [{ 'x-ratelimit-remaining-tokens': '0', 'x-ratelimit-reset-tokens': '20ms' }, 20],
    [{ 'x-ratelimit-remaining-tokens': '500', 'x-ratelimit-reset-tokens': '6m0s' }, null],
    [
      { 'anthropic-ratelimit-requests-remaining': '0', 'anthropic-ratelimit-requests-reset': '2026-11-21T00:00:12Z' },
      12_000,
    ],
    [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Date.UTC(2026, 10, 21) + 7_000) }, 7_000],
  ])('%j is %s ms', (headers, ms) => {
    expect(failed(429, error('slow down'), headers).retryAfterMs).toBe(ms)
  })

  it("is read from Google's body", () => {
    const details = [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '34.5s' }]
    expect(failed(429, error('quota', { status: 'RESOURCE_EXHAUSTED', details }))).toMatchObject({
      reason: 'rate_limited',
      retryAfterMs: 34_500,
    })
  })

  it('is kept of an overload, but limits of a server that is merely broken say nothing', () => {
    expect(failed(503, '', { 'retry-after': '2' }).retryAfterMs).toBe(2_000)
    const limits = { 'x-ratelimit-remaining-requests': '0', 'x-ratelimit-reset-requests': '1m' }
    expect(failed(500, '', limits).retryAfterMs).toBeNull()
  })
})

describe('an error part of a stream', () => {
  it.each([
    [{ message: 'Overloaded', type: 'overloaded_error', statusCode: 529, data: {} }, 'upstream_error', true],
    [{ message: 'slow', code: 'rate_limit_exceeded', statusCode: 429, data: {} }, 'rate_limited', true],
    [{ message: 'Too many', type: 'ThrottlingException', data: {} }, 'rate_limited', true],
    [{ message: 'Model stream error', type: 'modelStreamErrorException', data: {} }, 'upstream_error', true],
    [{ message: 'blocked by our content_policy', statusCode: 400, data: {} }, 'refused', false],
  ])('%j is %s', (part, reason, retryable) => {
    expect(modelErrorFrom(streamError(part), ORIGIN, NOW)).toMatchObject({ reason, retryable })
  })
})

describe('what is kept of a failure', () => {
  it('is the count of its tokens', () => {
    const usage = { inputTokens: 5, outputTokens: 2, reasoningTokens: null, cachedInputTokens: 1 }
    const failure = modelErrorFrom(callError({ message: '', status: 500 }), ORIGIN, { nowMs: 0, usage })
    expect(failure.usage).toEqual(usage)
  })

  it('is neither the key nor what looks like one nor the address', () => {
    const said = error('Incorrect key my-own-token, sk-proj-abc123def456 or AIzaSyA1234567890 given')
    const cause = failed(401, said).cause
    expect(JSON.stringify(cause)).not.toMatch(/my-own-token|sk-proj|AIza/)
    const socket = Object.assign(new Error('connect ECONNREFUSED 10.0.0.7:443'), { code: 'ECONNREFUSED' })
    expect(String(modelErrorFrom(socket, ORIGIN, NOW).cause)).not.toContain('10.0.0.7')
  })
})
