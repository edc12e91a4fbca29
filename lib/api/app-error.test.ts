import { ORPCError, ValidationError } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { invalidField } from '../core/kernel/errors.ts'
import { toAppError } from './app-error.ts'
import { errorBody } from './problem.ts'

const meta = { requestId: 'req_test', now: 0, appUrl: null, method: 'POST' }

function refused(schema: z.ZodType, data: unknown) {
  const issues = schema.safeParse(data).error?.issues ?? []
  const cause = new ValidationError({ message: 'Input validation failed', issues, data })
  return toAppError(new ORPCError('BAD_REQUEST', { cause }))
}

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
