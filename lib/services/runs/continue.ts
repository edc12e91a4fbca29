import { withFallbacks } from '../../core/council/fallbacks.ts'
import { DEFAULT_LIMITS } from '../../core/council/presets.ts'
import { hasEnded } from '../../core/council/select.ts'
import { type SiblingStart, siblingPlan, withChairman } from '../../core/council/sibling.ts'
import { initialState, type RunState } from '../../core/council/state.ts'
import type { ModelId, Plan } from '../../core/council/types.ts'
import { AppError, invalidField } from '../../core/kernel/errors.ts'
import type { Ctx } from '../context.ts'
import { resolveModel, resolveSeating } from '../councils/index.ts'
import { admit, type Started } from './admit.ts'
import { assertWithinBudget, budgetFor } from './budget.ts'
import { getRun } from './get.ts'

type Needs = Ctx<'models' | 'councils' | 'runs' | 'engine' | 'clock' | 'ids' | 'hasCheapReviewers'>

type Input = {
  runId: string
  from: SiblingStart
  /** Another model in the chair; only from `final_response` and `what_is_there`. */
  chairman?: ModelId | undefined
  /** Another council, or one single model, answers; only from `beginning`. */
  council?: string | undefined
  model?: ModelId | undefined
  idempotencyKey?: string | undefined
}

/** Goes on from a run that has ended, as a sibling: finished answers are reused, what is downstream is written anew. */
export async function continueRun(ctx: Needs, input: Input): Promise<Started> {
  const source = await getRun(ctx, input.runId)
  if (!hasEnded(source)) throw new AppError('CONFLICT', 'The run is still going on. Stop it first.')
  const { conversationId, turnId, question } = source
  const seated = await seatedPlan(ctx, source, input)
  const seats = withFallbacks(seated, ctx.models.list())
  const plan: Plan = { ...seated, seats, seed: ctx.ids.secret(12), limits: DEFAULT_LIMITS }
  if (plan.budget) plan.budget = budgetFor(ctx.models, seats, BigInt(plan.budget.picoUsd))
  const id = ctx.ids.next('run')
  const createdAt = ctx.clock.now()
  const next = initialState({ id, conversationId, turnId, question, plan, sourceRunId: source.id, createdAt })
  assertWithinBudget(next)
  const { idempotencyKey, ...asked } = input
  const idempotency = idempotencyKey ? { key: idempotencyKey, body: JSON.stringify(asked) } : null
  return admit(ctx, next, { newConversation: null, newTurn: null, idempotency })
}

async function seatedPlan(ctx: Needs, source: RunState, input: Input): Promise<Plan> {
  const { from, chairman, council, model } = input
  if (chairman !== undefined && from !== 'final_response' && from !== 'what_is_there')
    throw invalidField('chairman', 'Another chairman can only write again: from "final_response" or "what_is_there".')
  const other = council !== undefined ? 'council' : model !== undefined ? 'model' : null
  if (other && from !== 'beginning') throw invalidField(other, 'Others can only be asked from the "beginning".')
  const plan = siblingPlan(source, from)
  if (!plan) throw new AppError('CONFLICT', 'There is nothing to write from: no member had begun to answer.')
  if (other) return { ...plan, ...(await resolveSeating(ctx, { council, model })), estimate: { durationMs: null } }
  if (chairman === undefined) return plan
  if (plan.kind === 'single') throw invalidField('chairman', 'A single model has no chairman.')
  return withChairman(plan, resolveModel(ctx.models, chairman, 'chairman'))
}
