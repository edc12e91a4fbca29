import { sumOfRows } from '../../core/ledger/sum.ts'
import type { LedgerRow } from '../../core/ledger/types.ts'
import { toLedgerRow, toSum } from './resource.ts'

const AT = Date.UTC(2026, 10, 20, 12)
const RUN = 'run_06fd0z5m9b7k1r3s5t7v9x1z3c'

const actor = { kind: 'guest', id: 'gst_06fd0z5m9b7k1r3s5t7v9x1z3b' } as const

const rows: LedgerRow[] = [
  {
    ...{
      id: `${RUN}/first_opinions/s1/1`,
      purpose: 'run',
      actor,
      runId: RUN,
      conversationId: 'cnv_06fd0z5m9b7k1r3s5t7v9x1z3d',
    },
    ...{ stage: 'first_opinions', seat: 's1', attempt: 1, provider: 'anthropic', model: 'anthropic/claude-sonnet-4-5' },
    ...{ status: 'completed', reason: null, firstTokenMs: 640, startedAt: AT, endedAt: AT + 8_400 },
    ...{ inputTokens: 1_200, outputTokens: 600, cachedTokens: 1_000, reasoningTokens: null },
    price: { source: 'genai-prices', input: 3, output: 15, cachedInput: 0.3 },
    cost: { status: 'priced', picoUsd: '9900000000', estimated: false },
  },
  {
    ...{
      id: `${RUN}/first_opinions/s2/1`,
      purpose: 'run',
      actor,
      runId: RUN,
      conversationId: 'cnv_06fd0z5m9b7k1r3s5t7v9x1z3d',
    },
    ...{ stage: 'first_opinions', seat: 's2', attempt: 1, provider: 'lab', model: 'lab/new-model' },
    ...{ status: 'failed', reason: 'stream_cut', firstTokenMs: 900, startedAt: AT, endedAt: AT + 2_100 },
    ...{ inputTokens: 300, outputTokens: 40, cachedTokens: null, reasoningTokens: null, price: null },
    cost: { status: 'unpriced', picoUsd: null, estimated: true },
  },
]

const sum = sumOfRows(rows)
const period = { from: new Date(AT - 86_400_000).toISOString(), to: new Date(AT + 86_400_000).toISOString() }

export const sampleLedger = {
  ...{ object: 'ledger' as const, run_id: RUN, data: rows.map(toLedgerRow), sum: toSum(sum) },
}
export const sampleUsage = {
  ...{ object: 'usage' as const, ...period, group_by: 'model' as const, sum: toSum(sum) },
  data: rows.map((row) => ({ key: row.model, ...toSum(sumOfRows([row])) })),
}
export const sampleInsights = {
  ...{ object: 'model_insights' as const, model: 'anthropic/claude-sonnet-4-5', ...period },
  ...{ success_rate: 0.975, succeeded_calls: 117, failed_calls: 3, avg_latency_ms: 8_400, avg_first_token_ms: 640 },
  ...{ total_cost: '1.1583', is_lower_bound: false, unpriced_calls: 0 },
  ...{ avg_peer_review_rank: 1.8, ranked_answers: 41 },
}
