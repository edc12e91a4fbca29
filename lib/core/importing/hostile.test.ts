import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../kernel/errors.ts'
import { readConversation } from './read.ts'

const NOW = Date.UTC(2026, 10, 20, 12)
const answer = { role: 'assistant', stage1: [{ model: 'a/b', response: 'yes' }], stage2: [], stage3: null }
const file = (changes: Record<string, unknown>, message: Record<string, unknown> = {}) => ({
  id: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  created_at: '2026-11-20T12:00:00',
  title: 'Title',
  messages: [
    { role: 'user', content: 'Why?' },
    { ...answer, ...message },
  ],
  ...changes,
})

function issueOf(value: unknown) {
  try {
    readConversation(value, NOW)
    return null
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'VALIDATION_FAILED') throw error
    return error.details.issues?.[0]
  }
}

describe('a file that is wrong is refused by the name of its field', () => {
  it.each<[string, unknown, string]>([
    ['an id that is a path', file({ id: '../../etc/passwd' }), 'id'],
    ['an id of another type', file({ id: 7 }), 'id'],
    ['a time that is none', file({ created_at: 'yesterday' }), 'created_at'],
    ['a time as a number', file({ created_at: 1763632800 }), 'created_at'],
    ['a time no calendar has', file({ created_at: '9999-01-01T00:00:00' }), 'created_at'],
    ['a title of another type', file({ title: ['x'] }), 'title'],
    ['messages that are no list', file({ messages: { 0: {} } }), 'messages'],
    ['a message that is no object', file({ messages: ['hello'] }), 'messages.0'],
    ['a message without a role', file({ messages: [{ content: 'x' }] }), 'messages.0.role'],
    ['a question that is no text', file({ messages: [{ role: 'user', content: null }] }), 'messages.0.content'],
    ['an answer before any question', file({ messages: [answer] }), 'messages.0'],
    ['a stage that is no list', file({}, { stage1: 'x' }), 'messages.1.stage1'],
    ['a stage with too many members', file({}, { stage1: Array(65).fill(answer.stage1[0]) }), 'messages.1.stage1'],
    ['a member without a name', file({}, { stage1: [{ response: 'x' }] }), 'messages.1.stage1.0.model'],
    ['an answer that is no text', file({}, { stage1: [{ model: 'a', response: {} }] }), 'messages.1.stage1.0.response'],
    ['a final answer that is a list', file({}, { stage3: [] }), 'messages.1.stage3'],
    ['labels that are a list', file({}, { label_to_model: [] }), 'messages.1.label_to_model'],
    [
      'a label without a model',
      file({}, { label_to_model: { 'Response A': 3 } }),
      'messages.1.label_to_model.Response A',
    ],
    ['no conversation at all', { hello: 'world' }, 'messages'],
    ['a list where one conversation is expected', [], ''],
    ['nothing', null, ''],
    ['another product’s format', { format: 'other' }, 'format'],
  ])('%s', (_, value, path) => {
    expect(issueOf(value)?.path).toBe(path)
  })
})

it('cleans what a database cannot hold from everything it reads', () => {
  const conversation = readConversation(
    file({ title: 'a\u0000b\ud800' }, { stage1: [{ model: 'm\u0000', response: 'x\u0000\udfff' }] }),
    NOW,
  )
  expect(conversation.title).toBe('ab\ufffd')
  expect(conversation.turns[0]?.runs[0]?.plan.seats[0]?.model).toBe('m')
  expect(conversation.turns[0]?.runs[0]?.calls[0]?.text).toBe('x\ufffd')
})

it('either reads a file or names what is wrong, whatever it holds', () => {
  const anything = fc.jsonValue()
  const entry = fc.record(
    { model: anything, response: anything, ranking: anything, label_to_model: anything },
    { requiredKeys: [] },
  )
  const message = fc.record(
    {
      role: fc.oneof(fc.constant('user'), fc.constant('assistant'), anything),
      content: fc.oneof(fc.string({ unit: 'binary' }), anything),
      stage1: fc.oneof(fc.array(entry), anything),
      stage2: fc.oneof(fc.array(entry), anything),
      stage3: fc.oneof(entry, anything),
      metadata: anything,
      timestamp: anything,
    },
    { requiredKeys: [] },
  )
  const value = fc.record(
    { id: anything, created_at: anything, title: anything, messages: fc.array(message) },
    { requiredKeys: ['messages'] },
  )
  fc.assert(
    fc.property(fc.oneof(value, anything), (given) => void issueOf(given)),
    { numRuns: 500 },
  )
})
