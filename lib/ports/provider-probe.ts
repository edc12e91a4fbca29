import type { FailureReason } from '../core/council/types.ts'

/** What a provider answered to a question that costs nothing. */
export type ProbeResult =
  | { ok: true; latencyMs: number }
  | { ok: false; reason: FailureReason; latencyMs: number | null }

/** Asks providers whether they are there, without a model at work and without cost. */
export interface ProviderProbe {
  /** The providers that are set up, by the name that their models carry; `isAskable` where there is a cheap question. */
  targets(): { provider: string; isAskable: boolean }[]
  /** Resolves however it ends; an aborted question ends as `unreachable`. Only for providers that can be asked. */
  probe(provider: string, signal: AbortSignal): Promise<ProbeResult>
}
