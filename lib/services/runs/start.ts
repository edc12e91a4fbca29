import { withFallbacks } from '../../core/council/fallbacks.ts'
import { DEFAULT_LIMITS } from '../../core/council/presets.ts'
import { reviewersApart } from '../../core/council/reviewers.ts'
import { initialState, type RunSeed } from '../../core/council/state.ts'
import type { Plan } from '../../core/council/types.ts'
import { historyWithin, windowsOf } from '../../core/council/window.ts'
import { parseUsd } from '../../core/kernel/money.ts'
import type { Ctx } from '../context.ts'
import { resolveSeating, typicalOf } from '../councils/index.ts'
import { parseInput } from '../parse.ts'
import { admit, type Started } from './admit.ts'
import { assertWithinBudget, budgetFor } from './budget.ts'
import { placeOf } from './place.ts'
import { type StartInput, startInput } from './start.schema.ts'

type Needs = Ctx<
  'models' | 'runs' | 'conversations' | 'branches' | 'councils' | 'engine' | 'clock' | 'ids' | 'hasCheapReviewers'
>

/** Asks a council (or one model). The run is stored and under way when this resolves; nobody has to stay for it. */
export async function startRun(ctx: Needs, input: StartInput): Promise<Started> {
  const { idempotencyKey, ...asked } = parseInput(startInput, input)
  const { question, council, model, seats: choice } = asked
  const seating = await resolveSeating(ctx, { council, model, seats: choice })
  const { said, conversationId, newConversation, parentRunId } = await placeOf(ctx, asked)
  const seats = withFallbacks(seating, ctx.models.list())
  const context = asked.context || undefined
  const chars = question.length + (context?.length ?? 0)
  // whoever only reviews is not shown what was said before
  const reading = seats.filter((seat) => !reviewersApart(seating).includes(seat.id))
  const { history, omitted } = historyWithin(said, windowsOf(reading, chars), chars)
  const plan: Plan = {
    version: 1,
    ...seating,
    seats,
    seed: ctx.ids.secret(12),
    limits: DEFAULT_LIMITS,
    ...(context !== undefined && { context }),
    ...(asked.metadata && { metadata: asked.metadata }),
    ...(asked.budget !== undefined && { budget: budgetFor(ctx.models, seats, parseUsd(asked.budget) ?? 0n) }),
    history,
    ...(omitted > 0 ? { historyOmitted: omitted } : {}),
    reused: [],
    startAt: 'first_opinions',
    estimate: { durationMs: typicalOf(ctx, seating).durationMs },
  }
  const seed: RunSeed = {
    id: ctx.ids.next('run'),
    conversationId,
    turnId: ctx.ids.next('turn'),
    question,
    plan,
    sourceRunId: null,
    createdAt: ctx.clock.now(),
  }
  const initial = initialState(seed)
  assertWithinBudget(initial)
  return admit(ctx, initial, {
    newConversation,
    newTurn: { parentRunId },
    idempotency: idempotencyKey ? { key: idempotencyKey, body: JSON.stringify(asked) } : null,
  })
}
