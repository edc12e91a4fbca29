import { createAnthropic } from '@ai-sdk/anthropic'
import { createGoogle } from '@ai-sdk/google'
import { createOpenAI } from '@ai-sdk/openai'
import { APICallError, type LanguageModelV4 } from '@ai-sdk/provider'
import { generateText, jsonSchema, Output, streamText } from 'ai'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BALLOT_SCHEMA } from '../../lib/core/council/ballots.ts'
import { startUpstream, type Upstream } from './server.ts'
import type { WireName } from './wire.ts'
import { wordsOf } from './words.ts'

let upstream: Upstream

beforeAll(async () => {
  globalThis.AI_SDK_LOG_WARNINGS = false
  upstream = await startUpstream()
})

afterAll(() => upstream.close())

/** The vendors' own packages, as strangers to the fake: what they cannot read was not written as the vendor writes it. */
const VENDORS: { wire: WireName; wrongKey: number; model(id: string, apiKey?: string): LanguageModelV4 }[] = [
  {
    wire: 'responses',
    wrongKey: 401,
    model: (id, apiKey = 'k') => createOpenAI({ apiKey, baseURL: `${upstream.url}/v1` }).responses(id),
  },
  {
    wire: 'chat',
    wrongKey: 401,
    model: (id, apiKey = 'k') => createOpenAI({ apiKey, baseURL: `${upstream.url}/v1` }).chat(id),
  },
  {
    wire: 'anthropic',
    wrongKey: 401,
    model: (id, apiKey = 'k') => createAnthropic({ apiKey, baseURL: `${upstream.url}/v1` })(id),
  },
  {
    wire: 'gemini',
    wrongKey: 400,
    model: (id, apiKey = 'k') => createGoogle({ apiKey, baseURL: `${upstream.url}/v1beta` })(id),
  },
]

let asked = 0

function question() {
  const tag = `sdk${++asked}`
  return { tag, prompt: `${'Why? '.repeat(40)}[tag:${tag}]` }
}

async function streamed(model: LanguageModelV4, prompt: string) {
  const result = streamText({ model, prompt, maxRetries: 0, onError: () => {} })
  let text = ''
  let reasoning = ''
  const errors: unknown[] = []
  for await (const part of result.stream) {
    if (part.type === 'text-delta') text += part.text
    if (part.type === 'reasoning-delta') reasoning += part.text
    if (part.type === 'error') errors.push(part.error)
  }
  return { text, reasoning, errors, result }
}

async function errorOf(asking: PromiseLike<unknown>): Promise<APICallError> {
  const error = await Promise.resolve(asking).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!APICallError.isInstance(error)) throw new Error('no error of an API call', { cause: error })
  return error
}

describe.each(VENDORS)('$wire, read by the vendor’s own package', ({ wire, model, wrongKey }) => {
  it('streams the words of the log, with reasoning apart and every token counted', async () => {
    const { tag, prompt } = question()
    const { text, reasoning, errors, result } = await streamed(model('a:n=30,gap=0,ttft=0,reasoning=3'), prompt)
    expect(errors).toEqual([])
    expect(text).toBe(wordsOf('a', 30))
    const [entry] = upstream.log(tag)
    expect(entry).toMatchObject({ wire, tokens: 30, textBytes: Buffer.byteLength(text), aborted: false, stream: true })
    if (wire !== 'chat') expect(reasoning).toBe('r1 r2 r3 ')
    const input = Math.ceil(entry!.promptChars / 4)
    const usage = await result.usage
    expect(usage).toMatchObject({ inputTokens: input, outputTokens: 33 })
    expect(usage.inputTokenDetails.cacheReadTokens).toBe(Math.floor(input / 4))
    expect(usage.outputTokenDetails).toMatchObject({ textTokens: 30, reasoningTokens: 3 })
    expect(await result.finishReason).toBe('stop')
  })

  it('answers whole with the same words and usage', async () => {
    const { prompt } = question()
    const { text, usage, finishReason } = await generateText({
      ...{ model: model('a:n=12,gap=0,ttft=0,reasoning=2'), prompt, maxRetries: 0 },
    })
    expect(text).toBe(wordsOf('a', 12))
    expect(usage.outputTokens).toBe(14)
    expect(finishReason).toBe('stop')
  })

  it('answers in the schema it is given', async () => {
    const { tag, prompt } = question()
    const schema = jsonSchema<{ ranking: string[] }>(BALLOT_SCHEMA(['A', 'B', 'C']))
    const output = Output.object({ schema })
    const result = streamText({ model: model('a:n=60,gap=0,ttft=0'), prompt, output, maxRetries: 0 })
    expect([...(await result.output).ranking].sort()).toEqual(['A', 'B', 'C'])
    expect(upstream.log(tag)[0]?.structured).toBe(true)
    const whole = await generateText({ model: model('a:n=60,gap=0,ttft=0'), prompt, output, maxRetries: 0 })
    expect([...whole.output.ranking].sort()).toEqual(['A', 'B', 'C'])
  })

  it.each(['400', '401', '402', '403', '404', '408', '413', '429', '500', '502', '503', '529'])(
    '%s is an error of that status, in words the package can read',
    async (status) => {
      const error = await errorOf(
        generateText({ model: model(`a:fault=${status}`), prompt: question().prompt, maxRetries: 0 }),
      )
      expect(error.statusCode).toBe(Number(status))
      // The package found the vendor's message in the vendor's place.
      expect(error.responseBody).toContain(JSON.stringify(error.message))
    },
  )

  it('quotes a wrong key, so that a leak would show', async () => {
    const error = await errorOf(
      generateText({ model: model('a', 'sk-wrong-0123456789'), prompt: question().prompt, maxRetries: 0 }),
    )
    expect(error.statusCode).toBe(wrongKey)
    expect(error.responseBody).toContain('sk-wrong-0123456789')
  })

  it('breaks off in the middle as an error part after the words before it', async () => {
    const { text, errors } = await streamed(model('a:fault=error-in-200,at=3,gap=0,ttft=0'), question().prompt)
    expect(text).toBe(wordsOf('a', 3))
    expect(errors).toHaveLength(1)
  })

  it.each([
    ['filtered', 'content-filter'],
    ['length', 'length'],
    ['no-finish', 'interrupted'],
  ])('%s ends as %s after the words before it', async (fault, reason) => {
    const { text, errors, result } = await streamed(model(`a:fault=${fault},at=3,gap=0,ttft=0`), question().prompt)
    expect(text).toBe(wordsOf('a', 3))
    expect(errors).toEqual([])
    expect(await result.finishReason).toBe(reason)
  })

  it.each(['empty', 'null-content'])('%s has no text and is no error for the package', async (fault) => {
    const { text, errors } = await streamed(model(`a:fault=${fault},ttft=0`), question().prompt)
    expect(text).toBe('')
    expect(errors).toEqual([])
  })

  it('declines in the vendor’s way', async () => {
    const { errors, result } = await streamed(model('a:fault=refusal,ttft=0'), question().prompt)
    expect(errors).toEqual([])
    expect(await result.finishReason).toBe('content-filter')
  })

  it('an event that cannot be read is an error', async () => {
    const { text, errors } = await streamed(model('a:fault=garbage,at=3,gap=0,ttft=0'), question().prompt)
    expect(text).toBe(wordsOf('a', 3))
    expect(errors.length).toBeGreaterThan(0)
  })
})
