import { isOwnPrompt, parametersOf, seedNumber, seedOf } from '../../core/council/prompts.ts'
import {
  callOf,
  finalAnswer,
  isOut,
  memberAnswers,
  seatOf,
  sitterOf,
  totalsOf,
  writerOf,
} from '../../core/council/select.ts'
import { providerOf } from '../../core/council/sitter.ts'
import type { CallState, RunState, StageState } from '../../core/council/state.ts'
import type { Ballot, Cost, Plan, QualityReason, SeatId, Tally, Usage } from '../../core/council/types.ts'
import { formatUsd } from '../../core/kernel/money.ts'
import { apiUrl, type LinkBase, pageUrl, timestamp } from '../links.ts'
import type { RunResource } from './resource.schema.ts'

/** A run as the API shows it: snake_case, RFC 3339 times, decimal money, names resolved. */
export function toRunResource(state: RunState, base: LinkBase): RunResource {
  return {
    id: state.id,
    object: 'run',
    conversation_id: state.conversationId,
    turn_id: state.turnId,
    source_run_id: state.sourceRunId,
    question: state.question,
    history: { turns: state.plan.history.length, omitted: state.plan.historyOmitted ?? 0 },
    council: state.plan.council,
    status: state.status,
    quality: state.quality,
    context_chars: state.plan.context?.length ?? 0,
    metadata: state.plan.metadata ?? {},
    budget: toBudget(state.plan),
    reasons: state.reasons.map(toReason),
    stages: {
      first_opinions: toStage(state.stages.first_opinions),
      review: toStage(state.stages.review),
      final_response: toStage(state.stages.final_response),
    },
    answer: toAnswer(state),
    members: state.plan.members.map((seat) => toMember(state, seat)),
    review_skipped: state.reviewSkipped,
    ballots: state.ballots.map(toBallot),
    ranking: toRanking(state.tally),
    tally: toTally(state.tally),
    consensus: state.tally?.consensus ?? null,
    usage: toTotals(state),
    calls: state.calls.map((call) => toCall(state, call)),
    created_at: timestamp(state.createdAt),
    started_at: timestamp(state.startedAt),
    ended_at: timestamp(state.endedAt),
    links: toLinks(state, base),
  }
}

function toLinks({ id, conversationId }: RunState, base: LinkBase): RunResource['links'] {
  return {
    self: apiUrl(base, `/runs/${id}`),
    events: apiUrl(base, `/runs/${id}/events`),
    html: pageUrl(base, conversationId),
  }
}

function toReason(reason: QualityReason): RunResource['reasons'][number] {
  return {
    code: reason.code,
    seat: 'seat' in reason ? reason.seat : null,
    reason: 'reason' in reason ? reason.reason : null,
    model: 'model' in reason ? reason.model : null,
    instead_of: 'insteadOf' in reason ? reason.insteadOf : null,
    turns: 'turns' in reason ? reason.turns : null,
  }
}

function toStage({ status, startedAt, endedAt }: StageState) {
  return { status, started_at: timestamp(startedAt), ended_at: timestamp(endedAt) }
}

function toAnswer(state: RunState): RunResource['answer'] {
  const answer = finalAnswer(state)
  if (!answer) return null
  const { text, isWhole, seat, lastResort, isTaken } = answer
  const { model } = writerOf(state) ?? seatOf(state, seat)
  return { text, is_complete: isWhole, seat, model, taken: isTaken, last_resort: lastResort }
}

function toMember(state: RunState, id: SeatId): RunResource['members'][number] {
  const seat = sitterOf(state, 'first_opinions', id)
  const call = callOf(state, 'first_opinions', id)
  const answer = memberAnswers(state).find((candidate) => candidate.seat === id)
  return {
    seat: id,
    model: seat.model,
    configured_model: seatOf(state, id).model,
    name: seat.name,
    demo: seat.demo,
    status: memberStatus(state, id, answer?.reusedFrom ?? null),
    text: answer?.text ?? call?.text ?? '',
    reason: call?.reason ?? null,
    message: call?.message ?? null,
    attempts: call?.attempt ?? 0,
    first_token_ms: call?.firstTokenMs ?? null,
    usage: toUsage(call?.usage ?? null),
    cost: toCost(call?.cost ?? null),
    reused_from: answer?.reusedFrom ?? null,
  }
}

/** A failed attempt that will be tried again is still running for whoever waits for the member. */
function memberStatus(
  state: RunState,
  id: SeatId,
  reusedFrom: string | null,
): RunResource['members'][number]['status'] {
  if (reusedFrom !== null) return 'reused'
  if (isOut(state, 'first_opinions', id)) return 'failed'
  const call = callOf(state, 'first_opinions', id)
  if (!call) return 'waiting'
  return call.status === 'failed' && call.retryAt !== null && state.endedAt === null ? 'running' : call.status
}

function toBallot({ reviewer, status, labels, scores, ranking, comments, raw, problem }: Ballot) {
  return { reviewer, status, labels, scores, ranking, comments, raw, problem }
}

function toRanking(tally: Tally | null): RunResource['ranking'] {
  return (tally?.entries ?? [])
    .map(({ seat, rank, score, rubric, ballots }) => ({ seat, rank, score, rubric, ballots }))
    .toSorted((a, b) => a.rank - b.rank)
}

function toTally(tally: Tally | null): RunResource['tally'] {
  return tally && { method: tally.method, winner: tally.winner, tie_break: tally.tieBreakUsed, ballots: tally.ballots }
}

function toTotals(state: RunState): RunResource['usage'] {
  const { calls, tokens, picoUsd, unpriced } = totalsOf(state)
  const isUnknown = unpriced > 0 && unpriced === calls
  return { calls, tokens, cost_usd: isUnknown ? null : formatUsd(picoUsd), unpriced_calls: unpriced }
}

function toCall(state: RunState, call: CallState): RunResource['calls'][number] {
  const { stage, seat, attempt, model, prompt, status, finish, reason, message } = call
  return {
    ...{ stage, seat, attempt, model, prompt, status, finish, reason, message },
    provider: providerOf(model),
    parameters: toParameters(state, call),
    left_out_turns: call.leftOut ?? 0,
    fallback_of: call.standIn ? seatOf(state, seat).model : null,
    started_at: timestamp(call.startedAt),
    ended_at: timestamp(call.endedAt),
    first_token_ms: call.firstTokenMs,
    usage: toUsage(call.usage),
    cost: toCost(call.cost),
  }
}

function toParameters({ plan }: RunState, call: CallState): RunResource['calls'][number]['parameters'] {
  if (!isOwnPrompt(call.prompt)) return null
  const { temperature, maxOutputTokens, isStructured } = parametersOf(call.prompt, plan.budget)
  const seed = seedNumber(seedOf(plan, call))
  return { temperature, max_output_tokens: maxOutputTokens, seed, structured: isStructured }
}

function toBudget({ budget }: Plan): RunResource['budget'] {
  if (!budget) return null
  const assumed = Object.entries(budget.prices).flatMap(([model, price]) => (price.isAssumed ? [model] : []))
  return { usd: formatUsd(BigInt(budget.picoUsd)), assumed_prices: assumed }
}

function toUsage(usage: Usage | null) {
  return (
    usage && {
      input_tokens: usage.inputTokens,
      output_tokens: usage.outputTokens,
      reasoning_tokens: usage.reasoningTokens,
    }
  )
}

function toCost(cost: Cost | null) {
  return (
    cost && {
      status: cost.status,
      usd: cost.picoUsd === null ? null : formatUsd(BigInt(cost.picoUsd)),
      estimated: cost.estimated,
    }
  )
}
