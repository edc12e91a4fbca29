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
  /** What was counted last, each half by itself; null before any. */
  readonly counted: Usage | null
}

const UNCOUNTED: Usage = { inputTokens: null, outputTokens: null, reasoningTokens: null, cachedInputTokens: null }

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
    usage({ inputTokens: read, outputTokens: written }) {
      if (read.total === undefined && written.total === undefined) return
      const before = counted ?? UNCOUNTED
      // A vendor may count the input at the beginning and the output at the end: what it says no more of stays.
      counted = {
        ...before,
        ...(read.total !== undefined && { inputTokens: read.total, cachedInputTokens: read.cacheRead ?? null }),
        ...(written.total !== undefined && { outputTokens: written.total }),
        reasoningTokens: written.reasoning ?? before.reasoningTokens,
      }
    },
    get counted() {
      return counted
    },
  }
}
