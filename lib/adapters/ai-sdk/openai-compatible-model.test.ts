import { generateText } from 'ai'
import { Agent } from 'undici'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startUpstream, type Upstream } from '../../../bench/upstream/server.ts'
import { openAiCompatibleModel } from './openai-compatible-model.ts'

let upstream: Upstream
const dispatcher = new Agent()

beforeAll(async () => {
  upstream = await startUpstream()
})

afterAll(async () => {
  await dispatcher.close()
  await upstream.close()
})

function model(modelId: string) {
  const baseUrl = `${upstream.url}/v1`
  return openAiCompatibleModel({
    provider: 'fake',
    modelId,
    baseUrl,
    apiKey: null,
    asksCost: false,
    dispatcher,
    refused: new Set(),
  })
}

describe('the OpenAI-compatible model as a model of the AI SDK', () => {
  it('generates without streaming too, with cached and reasoning tokens apart', async () => {
    const prompt = 'x'.repeat(400)
    const { text, usage } = await generateText({ model: model('m:n=3,gap=0,reasoning=2'), prompt, maxRetries: 0 })
    expect(text).toBe('m1 m2 m3')
    expect(usage.inputTokenDetails).toMatchObject({ cacheReadTokens: 25, noCacheTokens: 75 })
    expect(usage.outputTokenDetails).toMatchObject({ textTokens: 3, reasoningTokens: 2 })
  })

  it('throws what went wrong inside the stream', async () => {
    const asked = generateText({ model: model('m:fault=error-in-200,at=1'), prompt: 'x', maxRetries: 0 })
    await expect(asked).rejects.toMatchObject({ statusCode: 502 })
  })
})
