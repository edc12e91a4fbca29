import { streamText } from 'ai'
import { createParser } from 'eventsource-parser'
import { Agent, request } from 'undici'
import { openAiCompatibleModel } from '../../lib/adapters/ai-sdk/openai-compatible-model.ts'
import type { CallModel } from './plain-council.ts'

globalThis.AI_SDK_LOG_WARNINGS = false

const dispatcher = new Agent({ headersTimeout: 0, bodyTimeout: 0 })

/** The SDK's floor: `streamText` over the product's own model function, and nothing else. */
export function sdkCall(baseUrl: string): CallModel {
  return async ({ model: modelId, prompt, schema, onText }) => {
    const settings = {
      provider: 'fake',
      modelId,
      baseUrl,
      apiKey: 'x',
      asksCost: false,
      dispatcher,
      refused: new Set<never>(),
    }
    const model = openAiCompatibleModel(settings, schema ? { type: 'json', schema } : undefined)
    const { textStream } = streamText({ model, prompt, maxRetries: 0 })
    let all = ''
    for await (const text of textStream) {
      all += text
      onText(text)
    }
    return all
  }
}

/** The wire's floor: undici and an event parser. */
export function undiciCall(baseUrl: string): CallModel {
  return async ({ model, prompt, schema, onText }) => {
    const format = schema && { response_format: { type: 'json_schema', json_schema: { name: 'b', schema } } }
    const { body } = await request(`${baseUrl}/chat/completions`, {
      method: 'POST',
      dispatcher,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ model, stream: true, messages: [{ role: 'user', content: prompt }], ...format }),
    })
    let all = ''
    const parser = createParser({
      onEvent({ data }) {
        if (data === '[DONE]') return
        const text = JSON.parse(data).choices[0]?.delta?.content
        if (!text) return
        all += text
        onText(text)
      },
    })
    body.setEncoding('utf8')
    for await (const chunk of body) parser.feed(chunk as string)
    return all
  }
}
