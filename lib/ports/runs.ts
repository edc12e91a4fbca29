import type { RunEvent } from '../core/council/events.ts'
import type { RunSeed, RunStatus } from '../core/council/state.ts'
import type { Cost, Quality, SeatId, StageId, Usage } from '../core/council/types.ts'
import type { PriceUsed } from '../core/pricing/cost.ts'

/** What names one call to a model within a run. */
export type CallKey = { stage: StageId; seat: string; attempt: number }

/** A call as it is stored: written as an intent before its request, closed with text, usage and cost. */
export type StoredCall = CallKey & {
  model: string
  prompt: string
  status: 'running' | 'completed' | 'failed'
  text: string
  usage: Usage | null
  cost: Cost | null
  reason: string | null
  startedAt: number
  endedAt: number | null
}

/** A call as it is committed: its row, and what the ledger keeps beside it. */
export type CommittedCall = StoredCall & { price?: PriceUsed | null; firstTokenMs?: number | null }

/** Who asks, as the ledger keeps it. */
export type Payer = { kind: 'guest' | 'operator'; id: string | null }

export type NewRun = RunSeed & {
  tenantId: string
  /** Null where it is not known. */
  payer?: Payer | null
  /** Set when this is the first turn: the conversation is created in the same transaction. */
  newConversation: { title: string; thread?: { runId: string; seat: SeatId | null } } | null
  /** Set when the run asks a new question, under the answer of `parentRunId`; null for a sibling of an existing turn. */
  newTurn: { parentRunId: string | null } | null
  owner: string
  leaseMs: number
  idempotency: { key: string; bodyHash: string } | null
  /** Checked under a lock on the tenant, so that parallel requests cannot overshoot; null for no limit. */
  limits: { runsPerDay: number; liveRuns: number } | null
}

export type CreateOutcome =
  | { outcome: 'created'; epoch: number }
  /** The same key and body came before: this is the run it made. */
  | { outcome: 'repeated'; runId: string }
  | { outcome: 'key_mismatch' }
  | { outcome: 'tenant_missing' }
  | { outcome: 'conversation_missing' }
  | { outcome: 'live_limit'; limit: number }
  | { outcome: 'day_limit'; limit: number; resetS: number }

/** One atomic step of a run's log. Refused as a whole when the epoch is no longer the run's. */
export type Commit = {
  runId: string
  epoch: number
  /** Texts are stripped before storage; they belong to `calls`. */
  events: RunEvent[]
  /** Each is written to the ledger too, in the same statement. */
  calls: CommittedCall[]
  end: RunEnd | null
}

export type RunEnd = {
  status: Exclude<RunStatus, 'queued' | 'running'>
  quality: Quality | null
  answer: string | null
  /** Sum over the run's calls; null where any part is unknown. */
  picoUsd: string | null
  tokens: number | null
  /** False gives the reserved question of the day back: nobody answered. */
  isCounted: boolean
}

export type StoredRun = RunSeed & {
  tenantId: string
  status: RunStatus
  epoch: number
  events: RunEvent[]
  calls: StoredCall[]
  isCancelRequested: boolean
  /** True while its conversation is removed: nobody but the engine may see it then. */
  isRemoved: boolean
}

export type ClaimedRun = { runId: string; tenantId: string; epoch: number }

/** The store of runs. Every write after `create` is fenced by epoch; lease times are the database's clock. */
export interface RunStore {
  create(run: NewRun): Promise<CreateOutcome>
  /** A run of that tenant with its log and calls, or null. */
  get(tenantId: string, runId: string): Promise<StoredRun | null>
  /** False when the epoch is no longer the run's (another process took over) or the run has ended. */
  commit(commit: Commit): Promise<boolean>
  /** Stores running texts and renews leases; answers which runs are still owned and which were asked to stop. */
  keep(input: {
    runs: { runId: string; epoch: number }[]
    texts: (CallKey & { runId: string; text: string })[]
    leaseMs: number
  }): Promise<{ owned: string[]; cancelRequested: string[] }>
  /** Takes over up to `max` runs whose lease has expired (all live ones when `isSoleOwner`), raising their epoch. */
  claim(input: { owner: string; leaseMs: number; max: number; isSoleOwner: boolean }): Promise<ClaimedRun[]>
  /** Marks a live run as asked to stop; false when it does not exist for the tenant. A run that has ended stays as it is. */
  requestCancel(tenantId: string, runId: string): Promise<boolean>
}
