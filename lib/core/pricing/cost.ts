import type { Cost, Usage } from '../council/types.ts'
import { tokensCost } from '../kernel/money.ts'

export type Price = { demo: boolean; inputUsdPerMillion: number | null; outputUsdPerMillion: number | null }

const CHARS_PER_TOKEN = 4
const NO_USAGE: Usage = { inputTokens: null, outputTokens: null, reasoningTokens: null }

/** The cost of one ended call. What the provider reported wins over the price list; unknown stays `unpriced`. */
export function costOf(price: Price, usage: Usage, reportedUsd: number | null, estimated = false): Cost {
  if (price.demo) return { status: 'free', picoUsd: '0', estimated: false }
  if (reportedUsd !== null && Number.isFinite(reportedUsd) && reportedUsd >= 0) {
    return { status: 'reported', picoUsd: BigInt(Math.round(reportedUsd * 1e12)).toString(), estimated: false }
  }
  const { inputUsdPerMillion: input, outputUsdPerMillion: output } = price
  if (input === null || output === null || usage.inputTokens === null || usage.outputTokens === null) {
    return { status: 'unpriced', picoUsd: null, estimated }
  }
  const pico = tokensCost(usage.inputTokens, input) + tokensCost(usage.outputTokens, output)
  return { status: 'priced', picoUsd: pico.toString(), estimated }
}

/** Tokens of a call that ended without a report, from its characters at four to a token (OpenAI's rule of thumb). */
export function estimateUsage(promptChars: number, outputChars: number): Usage {
  return {
    ...NO_USAGE,
    inputTokens: Math.ceil(promptChars / CHARS_PER_TOKEN),
    outputTokens: Math.ceil(outputChars / CHARS_PER_TOKEN),
  }
}
