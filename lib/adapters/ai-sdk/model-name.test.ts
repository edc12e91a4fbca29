import { describe, expect, it } from 'vitest'
import { modelName } from './model-name.ts'

describe('names of models', () => {
  it.each([
    ['openai/gpt-5.1', 'GPT-5.1'],
    ['openai/gpt-5.1-mini', 'GPT-5.1 Mini'],
    ['openai/gpt-oss-120b', 'GPT OSS 120B'],
    ['anthropic/claude-sonnet-4.5', 'Claude Sonnet 4.5'],
    ['claude-haiku-4-5', 'Claude Haiku 4.5'],
    ['claude-3-5-haiku-20241022', 'Claude 3.5 Haiku 20241022'],
    ['gpt-4-0613', 'GPT-4 0613'],
    ['llama-3-8b', 'Llama 3 8B'],
    ['google/gemini-2.5-pro', 'Gemini 2.5 Pro'],
    ['deepseek/deepseek-r1', 'DeepSeek R1'],
    ['meta-llama/llama-3.3-70b-instruct:free', 'Llama 3.3 70B Instruct (free)'],
    ['llama3.2:3b', 'Llama3.2 3B'],
    ['mistral:latest', 'Mistral'],
    ['x', 'X'],
  ])('%s reads %s', (id, name) => {
    expect(modelName(id)).toBe(name)
  })
})
