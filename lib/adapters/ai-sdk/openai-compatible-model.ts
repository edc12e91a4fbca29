import 'server-only'
import type { LanguageModelV4, LanguageModelV4CallOptions, LanguageModelV4GenerateResult } from '@ai-sdk/provider'
import { type Dispatcher, request } from 'undici'
import { answerStream } from './answer-stream.ts'
import type { Heard } from './heard.ts'
import { type OptionalField, refusedField, withoutRefused } from './parameters.ts'
import { callError, messagesOf } from './wire.ts'

export type CompatibleModelSettings = {
  /** Name of the server, used as the SDK's provider id. */
  provider: string
  modelId: string
  /** With the version: `https://api.example.com/v1`. */
  baseUrl: string
  apiKey: string | null
  /** OpenRouter says what a call cost when asked to. */
  asksCost: boolean
  dispatcher: Dispatcher
  /** Fields this model's server refused before; grows as it refuses more. */
  refused: Set<OptionalField>
}

/** Error bodies are read no further than this. */
const MAX_ERROR_BODY = 65_536

/**
 * A model behind the OpenAI chat completions wire, on undici and one event parser instead of the stock provider's chain of
 * transform streams. `responseFormat` may be given here as well: `streamText` fills it only through its own `output`,
 * which would parse every chunk as JSON that core parses once, at the end.
 */
export function openAiCompatibleModel(
  settings: CompatibleModelSettings,
  responseFormat?: LanguageModelV4CallOptions['responseFormat'],
  heard: Heard | null = null,
): LanguageModelV4 {
  const { provider, modelId } = settings
  const doStream: LanguageModelV4['doStream'] = async (options) => {
    const body = requestBody(settings, { ...options, responseFormat: responseFormat ?? options.responseFormat })
    const response = await send(settings, body, { options, heard })
    heard?.headers(plainHeaders(response.headers))
    const type = String(response.headers['content-type'] ?? '')
    if (type.includes('html')) {
      response.body.destroy()
      throw callError({ message: 'a web page instead of an answer' })
    }
    return { stream: answerStream(response.body, type.includes('json') ? 'whole' : 'events', { provider, heard }) }
  }
  const doGenerate: LanguageModelV4['doGenerate'] = async (options) => collect((await doStream(options)).stream)
  return { specificationVersion: 'v4', provider, modelId, supportedUrls: {}, doStream, doGenerate }
}

function requestBody(settings: CompatibleModelSettings, options: LanguageModelV4CallOptions): Record<string, unknown> {
  const format = options.responseFormat
  const fields = {
    model: settings.modelId,
    messages: messagesOf(options.prompt),
    stream: true,
    stream_options: { include_usage: true },
    usage: settings.asksCost ? { include: true } : undefined,
    max_tokens: options.maxOutputTokens,
    temperature: options.temperature,
    seed: options.seed,
    response_format: format?.type === 'json' ? responseFormatOf(format.schema) : undefined,
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

function responseFormatOf(schema: unknown) {
  if (!schema) return { type: 'json_object' }
  return { type: 'json_schema', json_schema: { name: 'answer', strict: true, schema } }
}

/** Sends the request, again without a field each time the server refuses one that is optional. */
async function send(
  settings: CompatibleModelSettings,
  body: Record<string, unknown>,
  { options, heard }: { options: LanguageModelV4CallOptions; heard: Heard | null },
) {
  for (;;) {
    const sent = withoutRefused(body, settings.refused)
    const response = await request(`${settings.baseUrl}/chat/completions`, {
      method: 'POST',
      dispatcher: settings.dispatcher,
      signal: options.abortSignal,
      headers: headersOf(settings, options.headers),
      body: JSON.stringify(sent),
    })
    if (response.statusCode >= 200 && response.statusCode < 300) return response
    const headers = plainHeaders(response.headers)
    heard?.headers(headers)
    const text = await errorBody(response.body)
    const field = refusedField(response.statusCode, text, sent)
    if (!field) {
      throw callError({
        message: `HTTP ${response.statusCode}`,
        status: response.statusCode,
        headers,
        body: settings.apiKey ? text.replaceAll(settings.apiKey, '***') : text,
      })
    }
    settings.refused.add(field)
  }
}

function headersOf(settings: CompatibleModelSettings, extra: Record<string, string | undefined> | undefined) {
  const headers = {
    ...extra,
    'content-type': 'application/json',
    accept: 'text/event-stream',
    authorization: settings.apiKey === null ? undefined : `Bearer ${settings.apiKey}`,
  }
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >
}

/** Headers as one text each. */
function plainHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}

async function errorBody(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body) {
    chunks.push(chunk)
    size += chunk.length
    if (size > MAX_ERROR_BODY) break
  }
  return Buffer.concat(chunks).toString('utf8')
}

async function collect(
  stream: Awaited<ReturnType<LanguageModelV4['doStream']>>['stream'],
): Promise<LanguageModelV4GenerateResult> {
  let text = ''
  for await (const part of stream) {
    if (part.type === 'error') throw part.error
    if (part.type === 'text-delta') text += part.delta
    if (part.type === 'finish') {
      const { type: _type, ...end } = part
      return { ...end, content: [{ type: 'text', text }], warnings: [] }
    }
  }
  throw callError({ message: 'stream ended without an end' })
}
