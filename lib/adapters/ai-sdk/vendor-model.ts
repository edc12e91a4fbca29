import 'server-only'
import {
  APICallError,
  type LanguageModelV4,
  type LanguageModelV4CallOptions,
  type LanguageModelV4StreamPart,
  type LanguageModelV4StreamResult,
} from '@ai-sdk/provider'
import { coalescer } from './coalescer.ts'
import type { Heard } from './heard.ts'
import { type OptionalField, refusedField } from './parameters.ts'
import { isRefusalEvent } from './vendor-refusal.ts'
import { usageInEvent } from './vendor-usage.ts'
import { streamError } from './wire.ts'

type Ways = {
  /** Fields this model refused before; grows as it refuses more. */
  refused: Set<OptionalField>
  responseFormat: LanguageModelV4CallOptions['responseFormat']
  heard: Heard
}

/** OpenAI keeps what goes over its responses for a month unless it is told not to; chat completions are not kept. */
const KEPT_NOWHERE = { openai: { store: false }, azure: { store: false } }

/**
 * A model of a vendor's own SDK package with what every model here does: fields it refuses are left out and it is asked
 * again, fast tokens are joined, each event of its wire is a sign of life, and counts and limits are heard.
 */
export function vendorModel(inner: LanguageModelV4, ways: Ways): LanguageModelV4 {
  const { provider, modelId } = inner
  return {
    specificationVersion: 'v4',
    provider,
    modelId,
    supportedUrls: {},
    doGenerate: (options) => inner.doGenerate(options),
    async doStream(options) {
      const result = await send(
        inner,
        { ...options, responseFormat: ways.responseFormat, providerOptions: KEPT_NOWHERE },
        ways,
      )
      ways.heard.headers(result.response?.headers ?? {})
      return { stream: relayed(result.stream, ways.heard) }
    },
  }
}

async function send(
  inner: LanguageModelV4,
  options: LanguageModelV4CallOptions,
  { refused, heard }: Ways,
): Promise<LanguageModelV4StreamResult> {
  for (;;) {
    const sent = withoutRefusedOptions(options, refused)
    try {
      return await inner.doStream({ ...sent, includeRawChunks: true })
    } catch (error) {
      if (!APICallError.isInstance(error)) throw error
      heard.headers(error.responseHeaders ?? {})
      const field = refusedField(error.statusCode ?? 0, error.responseBody ?? '', fieldsOf(sent))
      if (!field) throw error
      refused.add(field)
    }
  }
}

function withoutRefusedOptions(
  options: LanguageModelV4CallOptions,
  refused: ReadonlySet<OptionalField>,
): LanguageModelV4CallOptions {
  return {
    ...options,
    temperature: refused.has('temperature') ? undefined : options.temperature,
    seed: refused.has('seed') ? undefined : options.seed,
    maxOutputTokens: refused.has('max_tokens') ? undefined : options.maxOutputTokens,
    responseFormat: refused.has('response_format') ? undefined : options.responseFormat,
  }
}

/** The optional fields of a request under the names by which refusals are read. */
function fieldsOf(options: LanguageModelV4CallOptions): Partial<Record<OptionalField, unknown>> {
  const { temperature, seed, maxOutputTokens, responseFormat } = options
  const fields = { temperature, seed, max_tokens: maxOutputTokens, response_format: responseFormat }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

type Parts = ReadableStream<LanguageModelV4StreamPart>

/** The vendor's parts as those of our own model class: text, signs of life, and one end. */
function relayed(source: Parts, heard: Heard): Parts {
  const reader = source.getReader()
  let drop = () => {}
  return new ReadableStream<LanguageModelV4StreamPart>(
    {
      start(controller) {
        controller.enqueue({ type: 'stream-start', warnings: [] })
        controller.enqueue({ type: 'ping' })
        controller.enqueue({ type: 'text-start', id: '0' })
        const out = coalescer(controller)
        drop = out.drop
        const fail = (error: unknown) => {
          if (!out.close()) return
          // As a part, not by `controller.error`: that would throw away the text still in the queue.
          controller.enqueue({ type: 'error', error })
          controller.close()
          reader.cancel().catch(() => {})
        }
        relay(reader, { text: out.text, ping: out.ping, heard }).then((end) => {
          if (!out.close()) return
          controller.enqueue({ type: 'text-end', id: '0' })
          controller.enqueue(end)
          controller.close()
        }, fail)
      },
      async cancel() {
        drop()
        await reader.cancel()
      },
    },
    { highWaterMark: 1024 },
  )
}

type Finish = Extract<LanguageModelV4StreamPart, { type: 'finish' }>

const NO_USAGE: Finish['usage'] = {
  inputTokens: { total: undefined, noCache: undefined, cacheRead: undefined, cacheWrite: undefined },
  outputTokens: { total: undefined, text: undefined, reasoning: undefined },
}

/** Reads to the end of the stream; an end without a reason is an interruption, an error part is thrown. */
async function relay(
  reader: ReadableStreamDefaultReader<LanguageModelV4StreamPart>,
  to: { text(text: string): void; ping(): void; heard: Heard },
): Promise<Finish> {
  let end: Finish | null = null
  let isRefusal = false
  for (;;) {
    const { done, value: part } = await reader.read()
    if (done) break
    if (part.type === 'text-delta') to.text(part.delta)
    else if (part.type === 'error') throw streamError(part.error)
    else if (part.type === 'finish') end = part
    else to.ping()
    if (part.type === 'raw') {
      isRefusal ||= isRefusalEvent(part.rawValue)
      const usage = usageInEvent(part.rawValue)
      if (usage) to.heard.usage(usage)
    }
  }
  // Of a broken stream the packages count zero where the vendor had said nothing yet: its own words come first.
  const isBroken = end === null || end.finishReason.raw === undefined
  if (end && !(isBroken && to.heard.counted)) to.heard.usage(end.usage)
  if (end && isRefusal) return { ...end, finishReason: { unified: 'content-filter', raw: 'refusal' } }
  return end ?? { type: 'finish', finishReason: { unified: 'interrupted', raw: undefined }, usage: NO_USAGE }
}
