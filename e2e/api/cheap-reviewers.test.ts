import { expect, it } from 'vitest'
import { operatorServer } from './operator-server.ts'

// nobody is asked here: who sits where follows from names and prices alone
const { call } = operatorServer({
  CHEAP_REVIEWERS: 'true',
  OPENAI_API_KEY: 'sk-nobody',
  OPENAI_BASE_URL: 'http://127.0.0.1:9/v1',
  OPENAI_MODELS: 'gpt-5.1,gpt-5-mini,gpt-5-nano',
  ANTHROPIC_API_KEY: 'sk-nobody',
  ANTHROPIC_BASE_URL: 'http://127.0.0.1:9/v1',
  ANTHROPIC_MODELS: 'claude-sonnet-4-5,claude-opus-4-1',
  GEMINI_API_KEY: 'nobody',
  GOOGLE_BASE_URL: 'http://127.0.0.1:9/v1beta',
  GOOGLE_MODELS: 'gemini-2.5-pro,gemini-2.5-flash-lite',
})

it('where an operator wants cheap reviewers, the presets seat them apart, once prices are known', async () => {
  await expect
    .poll(async () => {
      const { body } = await call('/api/v1/councils/quick')
      return body.reviewers.filter((seat: string) => !body.members.includes(seat) && seat !== body.chairman).length
    })
    .toBeGreaterThan(0)
  const { body } = await call('/api/v1/councils/quick')
  expect(body.members.some((seat: string) => body.reviewers.includes(seat))).toBe(false)
})
