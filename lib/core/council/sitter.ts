import { callOf, seatOf } from './select.ts'
import type { CallState, RunState } from './state.ts'
import type { FailureReason, Fallback, ModelId, Seat, SeatId, StageId, StandIn, StandInCause } from './types.ts'

/** The model that a call asks, and how people read it where it is not the one that was chosen. */
export type Sitter = { model: ModelId; standIn: StandIn | null }

/** Failures of a provider rather than of one of its models: help comes from elsewhere. Reasons may be newer than this list. */
const PROVIDER_FAILURES: ReadonlySet<string> = new Set(['unauthorized', 'unreachable', 'rate_limited', 'provider_down'])

/** Who sits when a seat starts (again) in a stage: whom its last failure named, else who sat before. */
export function nextSitter(state: RunState, stage: StageId, id: SeatId): Sitter {
  const seat = seatOf(state, id)
  const last = callOf(state, stage, id)
  if (last?.nextModel !== undefined) {
    return sitterOn(seat, last.nextModel, last.reason === 'context_overflow' ? 'window' : 'failed')
  }
  const before = last ?? state.calls.findLast((call) => call.seat === id && call.status === 'completed')
  return before?.standIn ? { model: before.model, standIn: before.standIn } : { model: seat.model, standIn: null }
}

/**
 * Who takes a seat over after a failure; null where nobody is left. `promptTokens` says how large the request was: after
 * an overflow only a model helps that reads more.
 */
export function nextFallback(
  state: RunState,
  call: Pick<CallState, 'stage' | 'seat' | 'model'>,
  failure: { reason: FailureReason; promptTokens: number },
): Fallback | null {
  const seat = seatOf(state, call.seat)
  const left = untried(state, seat, call.stage).filter(({ model }) => model !== call.model)
  if (failure.reason === 'context_overflow') {
    const read = windowOf(seat, call.model) ?? failure.promptTokens
    return left.find(({ contextTokens = 0 }) => contextTokens > read) ?? null
  }
  const isElsewhere = ({ model }: Fallback) => providerOf(model) !== providerOf(call.model)
  const elsewhere = PROVIDER_FAILURES.has(failure.reason) ? left.find(isElsewhere) : undefined
  return elsewhere ?? left[0] ?? null
}

/** The fallbacks of a seat that have not been asked in a stage. */
export function untried(state: RunState, seat: Seat, stage: StageId): Fallback[] {
  const asked = state.calls.filter((call) => call.stage === stage && call.seat === seat.id).map(({ model }) => model)
  return (seat.fallbacks ?? []).filter(({ model }) => !asked.includes(model))
}

/** What a model in a seat can read, in tokens; null where unknown. */
export function windowOf(seat: Seat, model: ModelId): number | null {
  const sitting = model === seat.model ? seat : seat.fallbacks?.find((fallback) => fallback.model === model)
  return sitting?.contextTokens ?? null
}

/** The sitter that a model is in a seat. */
export function sitterOn(seat: Seat, model: ModelId, why: StandInCause): Sitter {
  const fallback = model === seat.model ? undefined : seat.fallbacks?.find((it) => it.model === model)
  if (!fallback) return { model: seat.model, standIn: null }
  return { model, standIn: { name: fallback.name, demo: fallback.demo, why } }
}

/** `openrouter` of `openrouter/openai/gpt-5.1`. */
export function providerOf(model: ModelId): string {
  return model.split('/', 1)[0] ?? model
}
