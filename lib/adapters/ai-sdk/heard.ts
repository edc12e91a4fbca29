import 'server-only'
import type { LanguageModelV4Usage } from '@ai-sdk/provider'
import type { Usage } from '../../core/council/types.ts'
import type { ModelSink } from '../../ports/models.ts'
import { headroomOf } from './headroom.ts'

/** What a call has heard beside its text; it outlasts whatever ends the call. */
export type Heard = {
  /** The headers of the answer, or of the refusal. */
  headers(headers: Record<string, string | undefined>): void
  /** Tokens that the provider has counted so far. */
  usage(usage: LanguageModelV4Usage): void
  /** The last count that was whole; null before. */
  readonly counted: Usage | null
}

/** Keeps the counts of one call and hands its limits on once. */
export function createHeard(sink: ModelSink, now: () => number): Heard {
  let counted: Usage | null = null
  let isReported = false
  return {
    headers(headers) {
      if (isReported || !sink.onHeadroom) return
      const headroom = headroomOf(headers, now())
      if (!headroom.requests && !headroom.tokens) return
      isReported = true
      sink.onHeadroom(headroom)
    },
    usage(usage) {
      const { total: inputTokens = null, cacheRead = null } = usage.inputTokens
      const { total: outputTokens = null, reasoning = null } = usage.outputTokens
      // Half a count would be billed as the whole: the caller's estimate is nearer.
      if (inputTokens === null || outputTokens === null) return
      counted = { inputTokens, outputTokens, reasoningTokens: reasoning, cachedInputTokens: cacheRead }
    },
    get counted() {
      return counted
    },
  }
}
