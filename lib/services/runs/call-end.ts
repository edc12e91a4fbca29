import type { RunEventBody } from '../../core/council/events.ts'
import { promptTokens } from '../../core/council/fit.ts'
import { isRepairCall, requestFor } from '../../core/council/prompts.ts'
import type { ModelRequest } from '../../core/council/request.ts'
import { nextAttempt } from '../../core/council/retry.ts'
import type { CallState, RunState } from '../../core/council/state.ts'
import type { Cost, Usage } from '../../core/council/types.ts'
import { type Failure, isUncharged, NO_TOKENS, noCost } from '../../core/pricing/charged.ts'
import { completeUsage, costOf, type Price, type PriceUsed, priceUsed } from '../../core/pricing/cost.ts'
import type { Models } from '../../ports/models.ts'
import type { CallKey, CommittedCall } from '../../ports/runs.ts'
import type { CallOutcome } from './call.ts'

type Scene = { models: Models; state: RunState; now: number }

/** The event that closes a call, with its cost and, where it failed, when its seat may start again. */
export function callEnd(scene: Scene, call: CallKey, request: ModelRequest, outcome: CallOutcome): RunEventBody {
  const { stage, seat, attempt } = call
  const { state, now } = scene
  const { text, firstTokenMs } = outcome
  const { usage, cost } = billOf(scene.models, request, outcome)
  const shared = { stage, seat, attempt, text, chars: text.length, usage, cost, firstTokenMs }
  if (outcome.ok) return { type: 'call.completed', ...shared, finish: outcome.finish }
  const { reason, message } = outcome
  const failure = { ...outcome, chars: text.length, promptTokens: promptTokens(request) }
  const next = nextAttempt(state, { stage, seat, attempt, model: request.model }, failure, now)
  return { type: 'call.failed', ...shared, reason, message, ...next }
}

type Ended = Pick<CallOutcome, 'usage' | 'reportedUsd' | 'text'> & Partial<Failure>

/**
 * What a call came to: as the provider reported it, and of a call that broke off with what was left out estimated from its
 * characters. A failed call that nobody can have charged came to nothing.
 */
export function billOf(
  models: Models,
  request: ModelRequest,
  ended: Ended,
): { usage: Usage; cost: Cost; price: PriceUsed | null } {
  const { usage: reported, reportedUsd, text, reason, retryable = false } = ended
  const price = priceOf(models, request.model)
  if (reason && isUncharged({ reason, retryable }, ended)) {
    const cost = noCost(price)
    return { usage: NO_TOKENS, cost, price: priceUsed(price, NO_TOKENS, cost) }
  }
  // what came to its end is taken at its word, also where that is silence
  const isFinal = reported !== null && (reason === undefined || reportedUsd !== null)
  const { usage, isEstimated } = isFinal
    ? { usage: reported, isEstimated: false }
    : completeUsage(reported, promptChars(request), text.length)
  const cost = costOf(price, usage, reportedUsd, isEstimated)
  return { usage, cost, price: priceUsed(price, usage, cost) }
}

/** The event that closes a call whose process died: its text is kept, its cost estimated, its seat starts again. */
export function abandonedEnd(scene: Scene, call: CallState): RunEventBody {
  const { stage, seat, attempt, text } = call
  const request = requestFor(scene.state, { ...call, isRepair: isRepairCall(call), leftOut: call.leftOut ?? 0 })
  const { usage, cost } = billOf(scene.models, request, { usage: null, reportedUsd: null, text })
  return {
    type: 'call.failed',
    stage,
    seat,
    attempt,
    text,
    chars: text.length,
    reason: 'abandoned',
    message: 'The server stopped in the middle; the seat starts again.',
    usage,
    cost,
    firstTokenMs: null,
    retryAt: scene.now,
  }
}

/** The call as its row and the ledger say it. */
export function committedCall({ models, state }: Pick<Scene, 'models' | 'state'>, key: CallKey): CommittedCall {
  const call = state.calls.find((c) => keyOf(c) === keyOf(key))
  if (!call) throw new Error(`run ${state.id} has no call ${keyOf(key)}`)
  const { stage, seat, attempt, model, prompt, status, text, usage, cost, reason, startedAt, endedAt } = call
  const price = priceUsed(priceOf(models, model), usage, cost)
  return {
    ...{ stage, seat, attempt, model, prompt, status, text, usage, cost, reason, startedAt, endedAt },
    ...{ price, firstTokenMs: call.firstTokenMs },
  }
}

/** One string for what names a call within its run. */
export function keyOf(call: CallKey): string {
  return `${call.stage}/${call.seat}/${call.attempt}`
}

const UNKNOWN_PRICE: Price = { demo: false, inputUsdPerMillion: null, outputUsdPerMillion: null }

function priceOf(models: Models, id: string): Price {
  return models.list().find((model) => model.id === id) ?? UNKNOWN_PRICE
}

function promptChars(request: ModelRequest): number {
  return request.messages.reduce((sum, message) => sum + message.content.length, request.instructions.length)
}
