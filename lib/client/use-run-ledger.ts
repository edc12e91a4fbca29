'use client'

import { useQuery } from '@tanstack/react-query'
import type { LedgerRowResource, RunLedgerResource, SumResource } from '../api/usage/resource.schema.ts'
import { parseUsd } from '../core/kernel/money.ts'
import type { LedgerRow, LedgerSum } from '../core/ledger/types.ts'
import { problemOf } from './api-problem.ts'
import { browser } from './browser.ts'

/** The rows of one run; its conversation is the page's own. */
export type RunLedger = { rows: Omit<LedgerRow, 'conversationId'>[]; sum: LedgerSum }

export type LedgerLookup = { ledger: RunLedger | null; problem: Error | null }

/** What a run that has ended was charged, asked for once somebody wants to know. */
export function useRunLedger(runId: string, isWanted: boolean, fetchFn: typeof fetch = browser.fetch): LedgerLookup {
  const found = useQuery({
    queryKey: ['runs', runId, 'ledger'],
    queryFn: ({ signal }) => getLedger(fetchFn, runId, signal),
    enabled: isWanted,
    staleTime: Number.POSITIVE_INFINITY,
    networkMode: 'always',
    retry: false,
  })
  return { ledger: found.data ?? null, problem: found.error }
}

async function getLedger(fetchFn: typeof fetch, runId: string, signal: AbortSignal): Promise<RunLedger> {
  const response = await fetchFn(`/api/v1/runs/${encodeURIComponent(runId)}/ledger`, {
    signal,
    credentials: 'same-origin',
    headers: { accept: 'application/json' },
  })
  if (!response.ok) throw await problemOf(response)
  const ledger = (await response.json()) as RunLedgerResource
  return { rows: ledger.data.map((row) => rowOf(row, ledger.run_id)), sum: sumOf(ledger.sum) }
}

function rowOf(row: LedgerRowResource, runId: string): RunLedger['rows'][number] {
  const { id, purpose, actor, stage, seat, attempt, provider, model, status, reason, usage, price, cost } = row
  return {
    ...{ id, purpose, runId, actor, stage, seat, attempt, provider, model, status, reason },
    ...{ inputTokens: usage.input_tokens, outputTokens: usage.output_tokens },
    ...{ cachedTokens: usage.cached_tokens, reasoningTokens: usage.reasoning_tokens },
    price: price && {
      ...{ source: price.source, input: price.input_usd_per_million, output: price.output_usd_per_million },
      cachedInput: price.cached_input_usd_per_million,
    },
    cost: cost && { ...cost, picoUsd: cost.usd === null ? null : (parseUsd(cost.usd)?.toString() ?? null) },
    firstTokenMs: row.first_token_ms,
    startedAt: Date.parse(row.started_at),
    endedAt: row.ended_at === null ? null : Date.parse(row.ended_at),
  }
}

function sumOf(sum: SumResource): LedgerSum {
  return {
    ...{ calls: sum.calls, inputTokens: sum.input_tokens, outputTokens: sum.output_tokens },
    ...{ cachedTokens: sum.cached_tokens, reasoningTokens: sum.reasoning_tokens, untold: sum.untold_calls },
    picoUsd: parseUsd(sum.cost_usd ?? '0')?.toString() ?? '0',
    ...{ unpriced: sum.unpriced_calls, estimated: sum.estimated_calls, free: sum.free_calls },
  }
}
