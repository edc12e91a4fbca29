import { promptTokens } from '../council/fit.ts'
import { isRepairCall, requestFor } from '../council/prompts.ts'
import type { CallSpec } from '../council/request.ts'
import type { RunState } from '../council/state.ts'
import type { Budget, BudgetPrice, ModelId, Plan, Seat } from '../council/types.ts'
import { CHARS_PER_TOKEN } from '../council/window.ts'
import { type PicoUsd, tokensCost } from '../kernel/money.ts'
import type { Price } from './cost.ts'

/** USD per million tokens for a model whose price is unknown: as dear as the dearest that are commonly sold. */
export const ASSUMED_PRICE = { inputUsdPerMillion: 15, outputUsdPerMillion: 75 }

/** Tokens of a question's instructions and marks, at most. */
const FRAME_TOKENS = 1_000

/** What an answer of so many tokens may come to where it is read, by the rule that estimates requests. */
const READ_PER_WRITTEN = 4 / CHARS_PER_TOKEN

/** The budget as a plan keeps it, with the prices it is held against. */
export function budgetOf(
  picoUsd: PicoUsd,
  seats: readonly Seat[],
  priceOf: (model: ModelId) => Price | undefined,
): Budget {
  const models = seats.flatMap((seat) => [seat.model, ...(seat.fallbacks ?? []).map((fallback) => fallback.model)])
  const prices = [...new Set(models)].map((model) => [model, budgetPrice(priceOf(model))] as const)
  return { picoUsd: picoUsd.toString(), ...BUDGET_LIMITS, prices: Object.fromEntries(prices) }
}

/** The most that models may write where there is a budget: without an end there would be no price to hold it against. */
const BUDGET_LIMITS = { answerTokens: 4_000, ballotTokens: 2_000 }

/**
 * What the first calls of a run may cost at most, in pico-USD: everybody answers, reviews and concludes at full length.
 * `chairman` is the part that is kept for the final answer.
 */
export function worstCase(state: RunState, budget: Budget): { total: PicoUsd; chairman: PicoUsd } {
  const { plan } = state
  const chairman = worstOfChairman(state, budget)
  if (plan.kind === 'single') return { total: chairman, chairman }
  const answer = budget.answerTokens
  const asked = plan.startAt === 'final_response' ? [] : plan.members.filter((seat) => !isReused(plan, seat))
  const reviewers = plan.startAt === 'final_response' ? [] : plan.reviewers
  const members = asked.map((seat) => worstOf(plan, budget, seat, questionTokens(state), answer))
  const reviews = reviewers.map((seat) => {
    const others = plan.members.filter((other) => other !== seat).length
    return worstOf(plan, budget, seat, questionTokens(state) + others * answer * READ_PER_WRITTEN, budget.ballotTokens)
  })
  return { total: [...members, ...reviews].reduce((sum, cost) => sum + cost, chairman), chairman }
}

/** Whether a call may start: what was spent, what is under way, this call and the chairman's share fit into the budget. */
export function isAffordable(state: RunState, call: CallSpec, also: readonly CallSpec[]): boolean {
  const { budget } = state.plan
  if (!budget) return true
  const due = [call, ...also].reduce((sum, it) => sum + worstOfCall(state, budget, it), 0n)
  const kept = call.stage === 'final_response' ? 0n : worstOfChairman(state, budget)
  return spentOf(state, budget) + due + kept <= BigInt(budget.picoUsd)
}

/** What the calls so far came to, or may come to: those that run, and those whose price is unknown, at their worst. */
export function spentOf(state: RunState, budget: Budget): PicoUsd {
  return state.calls.reduce((sum, call) => {
    if (call.cost?.picoUsd != null) return sum + BigInt(call.cost.picoUsd)
    const price = priceIn(budget, call.model)
    const { inputTokens = null, outputTokens = null } = call.usage ?? {}
    if (call.status !== 'running' && inputTokens !== null && outputTokens !== null) {
      return sum + costAt(price, inputTokens, outputTokens)
    }
    const spec = { ...call, isRepair: isRepairCall(call), leftOut: call.leftOut ?? 0 }
    return sum + worstOfCall(state, budget, spec)
  }, 0n)
}

function worstOfCall(state: RunState, budget: Budget, call: CallSpec): PicoUsd {
  const request = requestFor(state, call)
  return costAt(priceIn(budget, call.model), promptTokens(request), request.maxOutputTokens ?? budget.answerTokens)
}

function worstOfChairman(state: RunState, budget: Budget): PicoUsd {
  const { plan } = state
  const { answerTokens, ballotTokens } = budget
  const written = plan.members.length * answerTokens + plan.reviewers.length * ballotTokens
  return worstOf(plan, budget, plan.chairman, questionTokens(state) + written * READ_PER_WRITTEN, answerTokens)
}

function worstOf(plan: Plan, budget: Budget, id: string, read: number, written: number): PicoUsd {
  const model = plan.seats.find((seat) => seat.id === id)?.model ?? ''
  return costAt(priceIn(budget, model), Math.ceil(read), written)
}

/** The question with everything that goes with it. */
function questionTokens({ question, plan }: RunState): number {
  const said = plan.history.reduce((sum, turn) => sum + turn.question.length + turn.answer.length, 0)
  return (question.length + (plan.context?.length ?? 0) + said) / CHARS_PER_TOKEN + FRAME_TOKENS
}

function isReused(plan: Plan, seat: string): boolean {
  return plan.reused.some((answer) => answer.seat === seat)
}

function priceIn(budget: Budget, model: ModelId): BudgetPrice {
  return budget.prices[model] ?? { ...ASSUMED_PRICE, isAssumed: true }
}

function costAt(price: BudgetPrice, input: number, output: number): PicoUsd {
  return tokensCost(input, price.inputUsdPerMillion) + tokensCost(output, price.outputUsdPerMillion)
}

/** By the dearest of what a call may be charged: who can say before it how long its prompt is to the provider, and how much of its output is thought. */
function budgetPrice(price: Price | undefined): BudgetPrice {
  if (price?.demo) return { inputUsdPerMillion: 0, outputUsdPerMillion: 0, isAssumed: false }
  const { inputUsdPerMillion: input = null, outputUsdPerMillion: output = null, longContext: long } = price ?? {}
  const isKnown = input !== null && output !== null && input >= 0 && output >= 0
  if (!isKnown) return { ...ASSUMED_PRICE, isAssumed: true }
  return {
    inputUsdPerMillion: dearest(input, price?.cachedInputUsdPerMillion, long?.input, long?.cachedInput),
    outputUsdPerMillion: dearest(output, price?.reasoningUsdPerMillion, long?.output),
    isAssumed: false,
  }
}

function dearest(usual: number, ...others: (number | null | undefined)[]): number {
  return Math.max(usual, ...others.map((rate) => rate ?? 0))
}
