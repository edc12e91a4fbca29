import { describe, expect, it } from 'vitest'
import { modelErrorFrom } from './failure.ts'
import { callError, errorInside } from './wire.ts'

const ORIGIN = { provider: 'Lab', model: 'Alpha', secrets: [] }
const NOW = { nowMs: 0, usage: null }

describe('failures in the words of vendors', () => {
  it.each([
    [
      'OpenRouter, unknown id',
      400,
      '{"error":{"message":"foo/bar is not a valid model ID","code":400}}',
      'unknown_model',
    ],
    ['OpenRouter, no endpoint', 404, '{"error":{"message":"No endpoints found for foo/bar."}}', 'unknown_model'],
    ['Ollama', 404, '{"error":{"message":"model \\"foo\\" not found, try pulling it first"}}', 'unknown_model'],
    ['a wrong base URL', 404, '<html>nginx</html>', 'unknown_model'],
    ['Azure, filter', 400, '{"error":{"code":"content_filter","message":"…"}}', 'refused'],
    [
      'OpenRouter, moderation',
      403,
      '{"error":{"message":"requires moderation","metadata":{"reasons":["x"]}}}',
      'refused',
    ],
    ['vLLM, length', 400, '{"message":"This model\'s maximum context length is 4096 tokens"}', 'context_overflow'],
    ['OpenAI, quota', 429, '{"error":{"code":"insufficient_quota"}}', 'rate_limited'],
  ])('%s', (_name, status, body, reason) => {
    expect(modelErrorFrom(callError({ message: '', status, body }), ORIGIN, NOW).reason).toBe(reason)
  })

  it('a quota that is used up is not worth another try', () => {
    const spent = callError({ message: '', status: 429, body: '{"error":{"code":"insufficient_quota"}}' })
    expect(modelErrorFrom(spent, ORIGIN, NOW).retryable).toBe(false)
  })

  it.each([
    [{ code: 429, message: 'slow down' }, 'rate_limited'],
    [{ code: 'rate_limit_exceeded', message: '…' }, 'rate_limited'],
    [{ code: 'server_error', message: '…' }, 'upstream_error'],
    [{ code: 'context_length_exceeded', message: '…' }, 'context_overflow'],
    ['something went wrong', 'upstream_error'],
  ])('an error inside a 200 counts by its code: %j', (error, reason) => {
    expect(modelErrorFrom(errorInside(error), ORIGIN, NOW).reason).toBe(reason)
  })

  it.each([
    [{ code: 'ENOTFOUND' }, 'unreachable', true],
    [{ errors: [{ code: 'ECONNREFUSED' }, { code: 'ECONNREFUSED' }] }, 'unreachable', true],
    [{ cause: { code: 'UND_ERR_CONNECT_TIMEOUT' } }, 'unreachable', true],
    [{ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, 'unreachable', false],
    [{ code: 'ECONNRESET' }, 'stream_cut', true],
    [{ cause: { code: 'UND_ERR_SOCKET' } }, 'stream_cut', true],
    [new Error('anything'), 'upstream_error', true],
  ])('%j is %s', (error, reason, retryable) => {
    expect(modelErrorFrom(error, ORIGIN, NOW)).toMatchObject({ reason, retryable })
  })
})
