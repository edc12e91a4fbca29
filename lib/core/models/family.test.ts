import { describe, expect, it } from 'vitest'
import { familyOf } from './family.ts'

describe('who made a model', () => {
  it.each([
    ['openai/gpt-6-sol', 'openai'],
    ['openai/o4-mini', 'openai'],
    ['openrouter/openai/gpt-oss-120b', 'openai'],
    ['azure/our-gpt-4o-eu', 'openai'],
    ['openrouter/anthropic/claude-sonnet-4.5', 'anthropic'],
    ['bedrock/global.anthropic.claude-opus-5-5', 'anthropic'],
    ['vertex/gemini-3.8-flash', 'google'],
    ['ollama/gemma3:4b', 'google'],
    ['openrouter/meta-llama/llama-3.3-70b-instruct:free', 'meta'],
    ['ollama/llama3.2:3b', 'meta'],
    ['bedrock/us.meta.llama4-scout-17b-instruct-v1:0', 'meta'],
    ['openrouter/mistralai/mistral-large', 'mistral'],
    ['ollama/deepseek-r1-distill-llama-70b', 'deepseek'],
    ['openrouter/x-ai/grok-4', 'x-ai'],
    ['lab/Qwen/Qwen3-32B', 'qwen'],
    ['bedrock/amazon.nova-pro-v1:0', 'amazon'],
    ['openrouter/moonshotai/kimi-k2', 'moonshotai'],
    ['openrouter/z-ai/glm-4.6', 'z-ai'],
    ['openrouter/cohere/command-r-plus', 'cohere'],
    ['openrouter/mistralai/some-new-name', 'mistral'],
    ['openrouter/openai/next', 'openai'],
  ])('of %s is %s', (id, family) => {
    expect(familyOf(id)).toBe(family)
  })

  it.each(['demo/archivist', 'lab/my-model', 'lab/innovation-1', 'lab/morphic-2', 'lab/foo3', ''])(
    'is unknown for %j',
    (id) => {
      expect(familyOf(id)).toBeUndefined()
    },
  )
})
