import type { Totals } from '../council/select.ts'
import type { LedgerRow, LedgerSum } from './types.ts'

export const NO_CALLS: LedgerSum = {
  ...{ calls: 0, inputTokens: 0, outputTokens: 0, cachedTokens: 0, reasoningTokens: 0, untold: 0 },
  ...{ picoUsd: '0', unpriced: 0, estimated: 0, free: 0 },
}

/** What rows come to; those that are open count for nothing yet. */
export function sumOfRows(rows: readonly LedgerRow[]): LedgerSum {
  return sumOfSums(rows.filter((row) => row.status !== 'open').map(asSum))
}

/** Several sums as one. */
export function sumOfSums(sums: readonly LedgerSum[]): LedgerSum {
  return sums.reduce(
    (total, sum) => ({
      calls: total.calls + sum.calls,
      inputTokens: total.inputTokens + sum.inputTokens,
      outputTokens: total.outputTokens + sum.outputTokens,
      cachedTokens: total.cachedTokens + sum.cachedTokens,
      reasoningTokens: total.reasoningTokens + sum.reasoningTokens,
      untold: total.untold + sum.untold,
      picoUsd: (BigInt(total.picoUsd) + BigInt(sum.picoUsd)).toString(),
      unpriced: total.unpriced + sum.unpriced,
      estimated: total.estimated + sum.estimated,
      free: total.free + sum.free,
    }),
    NO_CALLS,
  )
}

/** A sum as people are shown it: tokens unknown as soon as one call's are. */
export function totalsOfSum({ calls, inputTokens, outputTokens, untold, picoUsd, unpriced, free }: LedgerSum): Totals {
  const tokens = untold > 0 ? null : inputTokens + outputTokens
  return { calls, tokens, picoUsd: BigInt(picoUsd), unpriced, isFree: calls > 0 && free === calls }
}

function asSum({ inputTokens, outputTokens, cachedTokens, reasoningTokens, cost }: LedgerRow): LedgerSum {
  return {
    calls: 1,
    inputTokens: inputTokens ?? 0,
    outputTokens: outputTokens ?? 0,
    cachedTokens: cachedTokens ?? 0,
    reasoningTokens: reasoningTokens ?? 0,
    untold: Number(inputTokens === null || outputTokens === null),
    picoUsd: cost?.picoUsd ?? '0',
    unpriced: Number((cost?.picoUsd ?? null) === null),
    estimated: Number(cost?.estimated ?? false),
    free: Number(cost?.status === 'free'),
  }
}
