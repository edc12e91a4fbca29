import { describe, expect, it } from 'vitest'
import { refusedUpFront } from './sampling.ts'

describe('fields that a family is known to refuse', () => {
  it.each([
    'gpt-5',
    'gpt-5.1-mini',
    'openai/gpt-6-sol',
    'o3',
    'openai/o4-mini',
    'o1-pro',
    'global.openai.gpt-5.6-terra',
  ])('are how %s samples', (model) => {
    expect([...refusedUpFront(model)]).toEqual(['temperature', 'seed', 'max_tokens'])
  })

  it.each(['claude-opus-4-8', 'anthropic/claude-sonnet-5', 'global.anthropic.claude-opus-5-5', 'claude-haiku-5-5'])(
    'are temperature and seed of %s',
    (model) => {
      expect([...refusedUpFront(model)].toSorted()).toEqual(['seed', 'temperature'])
    },
  )

  it.each(['claude-haiku-4-5', 'anthropic/claude-sonnet-4.5', 'anthropic.claude-opus-4-1-20250805-v1:0'])(
    'are the seed of %s',
    (model) => {
      expect([...refusedUpFront(model)]).toEqual(['seed'])
    },
  )

  it.each([
    'gpt-4o',
    'gpt-4.1-mini',
    'gpt-5-chat-latest',
    'gpt-oss-120b',
    'gemini-3.8-flash',
    'llama3.2:3b',
    'grok-4',
    'foo3',
  ])('are none of %s', (model) => {
    expect([...refusedUpFront(model)]).toEqual([])
  })
})
