import type { ModelRequest } from '../core/council/request.ts'
import type { FailureReason, Usage } from '../core/council/types.ts'
import type { LongContext, PriceSource } from '../core/pricing/price.ts'

export type { ChatMessage, ModelRequest, PromptInputs } from '../core/council/request.ts'

/** One model that a seat can hold. Prices are USD per million tokens; null means unknown, never zero. */
export type ModelInfo = {
  /** `provider/model` */
  id: string
  provider: string
  name: string
  /** One line about its character, for people choosing it. */
  description: string
  demo: boolean
  /** Who made it, `anthropic`, also where another provider serves it; absent when unknown. */
  family?: string
  /** Runs on the operator's own machines. */
  local?: boolean
  /** Fit to write the final answer; absent means yes. */
  chairmanCapable?: boolean
  contextTokens: number | null
  inputUsdPerMillion: number | null
  outputUsdPerMillion: number | null
  /** Price of input that the provider reads from its cache; the input's price where absent. */
  cachedInputUsdPerMillion?: number | null
  /** Price of output that nobody reads; the output's price where absent. */
  reasoningUsdPerMillion?: number | null
  /** Prices of long prompts; the same at every length where absent. */
  longContext?: LongContext | null
  /** Where the prices come from; absent or null where there are none. */
  priceSource?: PriceSource | null
}

/** What a provider says is left of one allowance; `resetAt` in Unix milliseconds. */
export type Headroom = { limit: number | null; remaining: number; resetAt: number | null }

export type ModelSink = {
  /** New text, as it arrives. */
  onText(text: string): void
  /** Any sign of life that is not text: reasoning, comment lines, headers. */
  onActivity(): void
  /** What the headers of the answer said of the provider's limits; called at most once, also before a failure. */
  onHeadroom?(headroom: { requests: Headroom | null; tokens: Headroom | null }): void
}

export type ModelResult = {
  finish: 'stop' | 'length'
  usage: Usage /** Cost as the provider reported it, in USD; null when it did not. */
  reportedUsd: number | null
}

/** Why a request failed, in our words. Never carries vendor text, keys or URLs. */
export class ModelError extends Error {
  readonly reason: FailureReason
  readonly retryable: boolean
  readonly retryAfterMs: number | null
  readonly usage: Usage | null

  constructor(
    reason: FailureReason,
    message: string,
    options: { retryable: boolean; retryAfterMs?: number | null; usage?: Usage | null; cause?: unknown },
  ) {
    super(message, { cause: options.cause })
    this.name = 'ModelError'
    this.reason = reason
    this.retryable = options.retryable
    this.retryAfterMs = options.retryAfterMs ?? null
    this.usage = options.usage ?? null
  }
}

/** Language models of one or many providers. */
export interface Models {
  list(): ModelInfo[]
  /**
   * Streams one answer into `sink`; resolves when it ended well, rejects with ModelError when it did not, and with
   * reason `stopped` when `signal` aborted it. No retries, no time-outs: the caller owns both, and where its patience has
   * ended it aborts with a TimeoutError as the reason.
   */
  stream(request: ModelRequest, sink: ModelSink, signal: AbortSignal): Promise<ModelResult>
}
