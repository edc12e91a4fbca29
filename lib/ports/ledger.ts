import type { LedgerRow, LedgerSum, UsageGroup } from '../core/ledger/types.ts'

export type { LedgerPurpose, LedgerRow, LedgerStatus, LedgerSum, UsageGroup } from '../core/ledger/types.ts'

/** A time from `from` on and before `to`, in Unix milliseconds. */
export type Period = { from: number; to: number }

/** How one model did for one tenant; null where nothing is known. */
export type ModelInsights = LedgerSum & {
  /** Calls that ended well, and those that failed by themselves; what somebody stopped is neither. */
  succeeded: number
  failed: number
  latency: { meanMs: number; count: number } | null
  firstToken: { meanMs: number; count: number } | null
  /** Its answers' ranks in the votes of the same time, 1 is best; only runs in which they were ranked. */
  rank: { mean: number; count: number } | null
}

/** Reads the ledger. It is written with what it is of: by the run's commit and the title's, in the same statement. */
export interface Ledger {
  /** The calls of a run of that tenant, in the order they were made; empty where there are none. */
  ofRun(tenantId: string, runId: string): Promise<LedgerRow[]>
  /** What each of these runs of that tenant came to; one without calls is left out. */
  ofRuns(tenantId: string, runIds: readonly string[]): Promise<(LedgerSum & { runId: string })[]>
  /** Sums over a tenant's calls that began in the period, by key (`2026-11-20` in UTC for days, `title` beside the stages). */
  usage(tenantId: string, period: Period, group: UsageGroup): Promise<(LedgerSum & { key: string })[]>
  /** How a model did in that period for that tenant. */
  insights(tenantId: string, model: string, period: Period): Promise<ModelInsights>
}
