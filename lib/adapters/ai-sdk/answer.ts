import 'server-only'
import { createHash } from 'node:crypto'
import type { LanguageModelV4 } from '@ai-sdk/provider'
import { streamText, type TextStreamPart, type ToolSet } from 'ai'
import { seedNumber } from '../../core/council/prompts.ts'
import type { Usage } from '../../core/council/types.ts'
import { ModelError, type ModelRequest, type ModelResult, type ModelSink } from '../../ports/models.ts'
import { modelErrorFrom, type Origin, stoppedError } from './failure.ts'
import { createHeard, type Heard } from './heard.ts'

// The SDK prints its warnings to the console unless told not to; ours is a structured log.
globalThis.AI_SDK_LOG_WARNINGS = false

/** A backstop above the run's own limit on answers, for servers that never stop. UTF-16 code units. */
const MAX_ANSWER = 524_288

type Call = { request: ModelRequest; sink: ModelSink; signal: AbortSignal }

/**
 * One answer through the AI SDK, handed to the sink as it comes; every failure is a ModelError with the tokens that were
 * counted before it.
 */
export async function streamAnswer(
  modelFor: (heard: Heard) => LanguageModelV4,
  origin: Origin,
  call: Call,
): Promise<ModelResult> {
  const { request, signal } = call
  if (signal.aborted) throw stoppedError()
  const heard = createHeard(call.sink, Date.now)
  // Leaving early for any reason must reach the socket, not only the end of the SDK's chain of streams.
  const leave = new AbortController()
  try {
    const { stream } = streamText({
      model: modelFor(heard),
      instructions: request.instructions || undefined,
      messages: request.messages,
      maxOutputTokens: request.maxOutputTokens ?? undefined,
      temperature: request.temperature ?? undefined,
      seed: seedNumber(request.seed),
      headers: { 'x-council-call': callMark(request.seed) },
      maxRetries: 0,
      abortSignal: AbortSignal.any([signal, leave.signal]),
      onError: () => {},
    })
    return await readAnswer(stream, origin, call.sink)
  } catch (error) {
    leave.abort()
    const failure = withCount(modelErrorFrom(error, origin, { nowMs: Date.now(), usage: null }), heard)
    throw signal.aborted ? stoppedError(failure.usage) : failure
  }
}

/** The failure with what was counted by then; what was heard of the vendor itself comes before what the SDK made of it. */
function withCount(error: ModelError, { counted }: Heard): ModelError {
  const { usage: said } = error
  const isSaid = said !== null && (said.inputTokens !== null || said.outputTokens !== null)
  const usage = counted ?? (isSaid ? said : null)
  return new ModelError(error.reason, error.message, { ...error, usage, cause: error.cause })
}

/**
 * The four ways the SDK fails all end here as a throw: an `error` part, a stream that throws, an `abort` part, and an
 * end that is none.
 */
async function readAnswer(
  stream: AsyncIterable<TextStreamPart<ToolSet>>,
  origin: Origin,
  sink: ModelSink,
): Promise<ModelResult> {
  let chars = 0
  let end: FinishStep | null = null
  for await (const part of stream) {
    if (part.type === 'text-delta') {
      chars += part.text.length
      if (chars > MAX_ANSWER) throw tooLong(origin)
      sink.onText(part.text)
    } else if (part.type === 'ping') sink.onActivity()
    else if (part.type === 'error') throw part.error
    else if (part.type === 'abort') throw stoppedError()
    else if (part.type === 'finish-step') end = part
  }
  if (!end) throw cut(origin, null)
  return resultOf(end, { origin, chars })
}

type FinishStep = Extract<TextStreamPart<ToolSet>, { type: 'finish-step' }>

function resultOf(part: FinishStep, { origin, chars }: { origin: Origin; chars: number }): ModelResult {
  const usage = usageOf(part)
  const fail = (reason: 'refused' | 'empty' | 'upstream_error', message: string, retryable: boolean) =>
    new ModelError(reason, message, { retryable, usage })
  const finish = part.finishReason
  if (finish === 'content-filter') throw fail('refused', `${origin.model} declined to answer.`, true)
  if (finish === 'interrupted' || (finish === 'other' && part.rawFinishReason === undefined)) throw cut(origin, usage)
  if (finish === 'error' || finish === 'other')
    throw fail('upstream_error', `${origin.model} ended with an error.`, true)
  if (chars === 0) throw fail('empty', `${origin.model} sent an empty answer.`, true)
  return { finish: finish === 'length' ? 'length' : 'stop', usage, reportedUsd: costOf(part) }
}

function usageOf({ usage }: FinishStep): Usage {
  return {
    inputTokens: usage.inputTokens ?? null,
    outputTokens: usage.outputTokens ?? null,
    reasoningTokens: usage.outputTokenDetails.reasoningTokens ?? null,
    cachedInputTokens: usage.inputTokenDetails.cacheReadTokens ?? null,
  }
}

function costOf(part: FinishStep): number | null {
  const costs = Object.values(part.providerMetadata ?? {}).map((metadata) => metadata.costUsd)
  return costs.find((cost) => typeof cost === 'number') ?? null
}

function cut(origin: Origin, usage: Usage | null): ModelError {
  return new ModelError('stream_cut', `The answer of ${origin.model} broke off.`, { retryable: true, usage })
}

function tooLong(origin: Origin): ModelError {
  return new ModelError('too_long', `${origin.model} wrote more than can be kept.`, { retryable: true })
}

/** The call's name on the wire: lets an operator match a provider's log with the ledger. A hash, since the seed also hides fences. */
export function callMark(seed: string): string {
  return createHash('sha256').update(seed).digest('hex').slice(0, 16)
}
