import { describe, expect, it } from 'vitest'
import { refusedField, withoutRefused } from './parameters.ts'

const SENT = { model: 'm', seed: 1, temperature: 0, max_tokens: 5, response_format: {}, stream_options: {} }

describe('fields that a server refuses', () => {
  it.each([
    [400, "'response_format' of type 'json_schema' is not supported", 'response_format'],
    [422, 'extra fields not permitted: seed', 'seed'],
    [400, "Unsupported value: 'temperature' does not support 0", 'temperature'],
    [400, "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.", 'max_tokens'],
    [400, 'stream_options is not allowed', 'stream_options'],
    [400, 'messages must not be empty', null],
    [500, 'seed', null],
  ])('%i "%s" names %s', (status, body, field) => {
    expect(refusedField(status, body, SENT)).toBe(field)
  })

  it('are never named when they were not sent, so that asking again ends', () => {
    expect(refusedField(400, 'seed', { model: 'm' })).toBeNull()
  })

  it('are left out; a limit on tokens goes under its newer name', () => {
    expect(withoutRefused({ model: 'm', seed: 1, max_tokens: 5 }, new Set(['seed', 'max_tokens']))).toEqual({
      model: 'm',
      max_completion_tokens: 5,
    })
  })
})
