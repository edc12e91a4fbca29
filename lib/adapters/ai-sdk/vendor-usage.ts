import 'server-only'
import type { LanguageModelV4Usage } from '@ai-sdk/provider'

type Counts = { input?: number; output?: number; cached?: number; reasoning?: number }

/**
 * Tokens as a vendor's event counts them, before the SDK sums them up at an end that may never come. Null where the event
 * says nothing. Of Anthropic's first event the input alone is taken: its output is the count of a beginning.
 */
export function usageInEvent(event: unknown): LanguageModelV4Usage | null {
  if (!isRecord(event)) return null
  const counts = googleCounts(event) ?? openAiCounts(event) ?? anthropicCounts(event) ?? bedrockCounts(event)
  if (!counts) return null
  const { input, output, cached, reasoning } = counts
  return {
    inputTokens: { total: input, noCache: undefined, cacheRead: cached, cacheWrite: undefined },
    outputTokens: { total: output, text: undefined, reasoning },
  }
}

function googleCounts(event: Fields): Counts | null {
  const usage = event.usageMetadata
  if (!isRecord(usage)) return null
  const thoughts = numberOf(usage.thoughtsTokenCount)
  const text = numberOf(usage.candidatesTokenCount)
  return {
    input: numberOf(usage.promptTokenCount),
    output: text === undefined ? undefined : text + (thoughts ?? 0),
    cached: numberOf(usage.cachedContentTokenCount),
    reasoning: thoughts,
  }
}

function openAiCounts(event: Fields): Counts | null {
  const usage = isRecord(event.response) ? event.response.usage : null
  if (!isRecord(usage)) return null
  return {
    input: numberOf(usage.input_tokens),
    output: numberOf(usage.output_tokens),
    cached: numberOf(isRecord(usage.input_tokens_details) ? usage.input_tokens_details.cached_tokens : null),
    reasoning: numberOf(isRecord(usage.output_tokens_details) ? usage.output_tokens_details.reasoning_tokens : null),
  }
}

function anthropicCounts(event: Fields): Counts | null {
  const isStart = event.type === 'message_start'
  if (!isStart && event.type !== 'message_delta') return null
  const usage = isStart && isRecord(event.message) ? event.message.usage : event.usage
  if (!isRecord(usage)) return null
  const fresh = numberOf(usage.input_tokens)
  const cached = numberOf(usage.cache_read_input_tokens)
  const written = numberOf(usage.cache_creation_input_tokens)
  return {
    input: fresh === undefined ? undefined : fresh + (cached ?? 0) + (written ?? 0),
    output: isStart ? undefined : numberOf(usage.output_tokens),
    cached,
  }
}

function bedrockCounts(event: Fields): Counts | null {
  const usage = isRecord(event.metadata) ? event.metadata.usage : null
  if (!isRecord(usage)) return null
  const fresh = numberOf(usage.inputTokens)
  const cached = numberOf(usage.cacheReadInputTokens)
  return {
    input: fresh === undefined ? undefined : fresh + (cached ?? 0) + (numberOf(usage.cacheWriteInputTokens) ?? 0),
    output: numberOf(usage.outputTokens),
    cached,
  }
}

type Fields = Record<string, unknown>

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined
}
