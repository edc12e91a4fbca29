import { createAmazonBedrock } from '@ai-sdk/amazon-bedrock'
import { createAzure } from '@ai-sdk/azure'
import { createGoogleVertex } from '@ai-sdk/google-vertex'
import type { LanguageModelV4 } from '@ai-sdk/provider'
import { generateText, jsonSchema, Output, streamText } from 'ai'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BALLOT_SCHEMA } from '../../lib/core/council/ballots.ts'
import { type Aimock, startAimock } from './aimock.ts'
import { wordsOf } from './words.ts'

let mock: Aimock

beforeAll(async () => {
  globalThis.AI_SDK_LOG_WARNINGS = false
  mock = await startAimock()
})

afterAll(() => mock.close())

const apiKey = 'k'

const VENDORS: { name: string; model(id: string): LanguageModelV4 }[] = [
  { name: 'azure', model: (id) => createAzure({ apiKey, baseURL: mock.urls.azure }).responses(id) },
  {
    name: 'azure with deployments',
    model: (id) => {
      const dated = { apiVersion: '2024-10-21', useDeploymentBasedUrls: true }
      return createAzure({ apiKey, baseURL: mock.urls.azureDated, ...dated }).chat(id)
    },
  },
  { name: 'vertex', model: (id) => createGoogleVertex({ apiKey, baseURL: mock.urls.vertex })(id) },
  { name: 'bedrock', model: (id) => createAmazonBedrock({ apiKey, region: 'x', baseURL: mock.urls.bedrock })(id) },
]

let asked = 0
const question = () => ({ tag: `am${++asked}`, prompt: `Why? [tag:am${asked}]` })

describe.each(VENDORS)('$name at aimock', ({ model }) => {
  it('streams the words, counts the tokens and keeps the request', async () => {
    const { tag, prompt } = question()
    const result = streamText({ model: model('a~n=20'), prompt, maxRetries: 0 })
    expect(await result.text).toBe(wordsOf('a', 20))
    expect(await result.usage).toMatchObject({ outputTokens: 20 })
    expect(await result.finishReason).toBe('stop')
    expect(mock.requests(tag)).toMatchObject([{ status: 200 }])
  })

  it('answers in the schema it is given', async () => {
    const output = Output.object({ schema: jsonSchema<{ ranking: string[] }>(BALLOT_SCHEMA(['A', 'B', 'C'])) })
    const prompt = `${question().prompt} As JSON: {"reviews":[],"ranking":["A","B","C"]}`
    const result = streamText({ model: model('a~n=60'), prompt, output, maxRetries: 0 })
    expect([...(await result.output).ranking].sort()).toEqual(['A', 'B', 'C'])
  })

  it.each(['401', '429', '500'])('fails with %s', async (status) => {
    const { prompt } = question()
    const failing = generateText({ model: model(`a~fault=${status},retryAfter=7`), prompt, maxRetries: 0 })
    await expect(failing).rejects.toMatchObject({ statusCode: Number(status) })
  })

  it('breaks off in the middle', async () => {
    const { prompt } = question()
    const { stream } = streamText({ model: model('a~n=200,fault=cut'), prompt, maxRetries: 0, onError: () => {} })
    let isWhole = false
    const read = async () => {
      for await (const part of stream) {
        if (part.type === 'error') throw part.error
        if (part.type === 'finish-step') isWhole = part.finishReason === 'stop'
      }
    }
    await read().catch(() => {})
    expect(isWhole).toBe(false)
  })
})
