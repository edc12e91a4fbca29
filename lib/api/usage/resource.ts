import { formatUsd } from '../../core/kernel/money.ts'
import type { LedgerRow, LedgerSum } from '../../core/ledger/types.ts'
import { timestamp } from '../links.ts'
import type { LedgerRowResource, SumResource } from './resource.schema.ts'

/** A sum as the API shows it; of calls that nobody knew a price for it is unknown. */
export function toSum(sum: LedgerSum): SumResource {
  const isUnknown = sum.unpriced > 0 && sum.unpriced === sum.calls
  return {
    ...{ calls: sum.calls, input_tokens: sum.inputTokens, output_tokens: sum.outputTokens },
    ...{ cached_tokens: sum.cachedTokens, reasoning_tokens: sum.reasoningTokens, untold_calls: sum.untold },
    cost_usd: isUnknown ? null : formatUsd(BigInt(sum.picoUsd)),
    is_lower_bound: sum.unpriced > 0,
    ...{ unpriced_calls: sum.unpriced, free_calls: sum.free, estimated_calls: sum.estimated },
  }
}

/** A row of the ledger as the API shows it. */
export function toLedgerRow(row: LedgerRow): LedgerRowResource {
  const { id, purpose, actor, stage, seat, attempt, provider, model, status, reason, price, cost } = row
  return {
    ...{ id, object: 'ledger_entry', purpose, actor, stage, seat, attempt, provider, model, status, reason },
    usage: {
      ...{ input_tokens: row.inputTokens, output_tokens: row.outputTokens },
      ...{ cached_tokens: row.cachedTokens, reasoning_tokens: row.reasoningTokens },
    },
    price: price && {
      source: price.source,
      ...{ input_usd_per_million: price.input, output_usd_per_million: price.output },
      cached_input_usd_per_million: price.cachedInput,
    },
    cost: cost && {
      status: cost.status,
      usd: cost.picoUsd === null ? null : formatUsd(BigInt(cost.picoUsd)),
      estimated: cost.estimated,
    },
    first_token_ms: row.firstTokenMs,
    ...{ started_at: timestamp(row.startedAt), ended_at: timestamp(row.endedAt) },
  }
}
