import type { Cost, Usage } from '../council/types.ts'
import { tokensCost } from '../kernel/money.ts'
import type { LongContext, PriceSource } from './price.ts'

export type Price = {
  demo: boolean
  inputUsdPerMillion: number | null
  outputUsdPerMillion: number | null
  /** Of input that came from the provider's cache; as input where absent. */
  cachedInputUsdPerMillion?: number | null
  /** Of output that nobody reads; as output where absent. */
  reasoningUsdPerMillion?: number | null
  longContext?: LongContext | null
  priceSource?: PriceSource | null
}

/** What one call was charged by, in USD per million tokens. `reported`: the provider named the sum, no price was used. */
export type PriceUsed = {
  source: PriceSource | 'reported'
  input: number | null
  output: number | null
  cachedInput: number | null
}

const CHARS_PER_TOKEN = 4
const NO_USAGE: Usage = { inputTokens: null, outputTokens: null, reasoningTokens: null }

/** The cost of one ended call. What the provider reported wins over the price list; unknown stays `unpriced`. */
export function costOf(price: Price, usage: Usage, reportedUsd: number | null, estimated = false): Cost {
  if (price.demo) return { status: 'free', picoUsd: '0', estimated: false }
  if (reportedUsd !== null && Number.isFinite(reportedUsd) && reportedUsd >= 0) {
    return { status: 'reported', picoUsd: BigInt(Math.round(reportedUsd * 1e12)).toString(), estimated: false }
  }
  const rates = ratesOf(price, usage)
  const { inputTokens, outputTokens } = usage
  if (rates === null || inputTokens === null || outputTokens === null) {
    return { status: 'unpriced', picoUsd: null, estimated }
  }
  const cached = Math.min(inputTokens, usage.cachedInputTokens ?? 0)
  const thought = Math.min(outputTokens, usage.reasoningTokens ?? 0)
  const pico =
    tokensCost(inputTokens - cached, rates.input) +
    tokensCost(cached, rates.cachedInput) +
    tokensCost(outputTokens - thought, rates.output) +
    tokensCost(thought, rates.reasoning)
  return { status: 'priced', picoUsd: pico.toString(), estimated }
}

/** The price that a cost came from; null where it is unknown. Without a cost, the one that will be asked. */
export function priceUsed(price: Price, usage: Usage | null, cost: Cost | null): PriceUsed | null {
  if (price.demo) return { source: 'demo', input: 0, output: 0, cachedInput: null }
  if (cost?.status === 'reported') return { source: 'reported', input: null, output: null, cachedInput: null }
  const rates = ratesOf(price, usage ?? NO_USAGE)
  if (rates === null || !price.priceSource) return null
  const { input, output, cachedInput } = rates
  return { source: price.priceSource, input, output, cachedInput }
}

/** A prompt beyond the limit of the usual price is charged by the other one as a whole, as providers do. */
function ratesOf(price: Price, { inputTokens }: Usage) {
  const { inputUsdPerMillion: input, outputUsdPerMillion: output, longContext = null } = price
  if (input === null || output === null) return null
  const reasoning = price.reasoningUsdPerMillion ?? null
  if (longContext !== null && inputTokens !== null && inputTokens > longContext.aboveTokens) {
    const tier = longContext
    return { ...tier, cachedInput: tier.cachedInput ?? tier.input, reasoning: reasoning ?? tier.output }
  }
  return { input, output, cachedInput: price.cachedInputUsdPerMillion ?? input, reasoning: reasoning ?? output }
}

/**
 * The tokens of a call with what its provider left out filled in from its characters, at four to a token (OpenAI's rule of
 * thumb). Reasoning that was counted apart comes on top of the text that it led to.
 */
export function completeUsage(
  reported: Usage | null,
  promptChars: number,
  outputChars: number,
): { usage: Usage; isEstimated: boolean } {
  const { inputTokens, outputTokens, reasoningTokens } = reported ?? NO_USAGE
  const usage = {
    ...(reported ?? NO_USAGE),
    inputTokens: inputTokens ?? tokensIn(promptChars),
    outputTokens: outputTokens ?? tokensIn(outputChars) + (reasoningTokens ?? 0),
  }
  return { usage, isEstimated: inputTokens === null || outputTokens === null }
}

function tokensIn(chars: number): number {
  return Math.ceil(chars / CHARS_PER_TOKEN)
}
