import { DEFAULT_LIMITS } from '../../core/council/presets.ts'
import { initialState, type RunSeed } from '../../core/council/state.ts'
import type { Plan, Seat } from '../../core/council/types.ts'
import { historyWithin } from '../../core/council/window.ts'
import type { Ctx } from '../context.ts'
import { resolveSeating, typicalOf } from '../councils/index.ts'
import { parseInput } from '../parse.ts'
import { admit, type Started } from './admit.ts'
import { placeOf } from './place.ts'
import { type StartInput, startInput } from './start.schema.ts'

type Needs = Ctx<'models' | 'runs' | 'conversations' | 'branches' | 'councils' | 'engine' | 'clock' | 'ids'>

/** Asks a council (or one model). The run is stored and under way when this resolves; nobody has to stay for it. */
export async function startRun(ctx: Needs, input: StartInput): Promise<Started> {
  const { idempotencyKey, ...asked } = parseInput(startInput, input)
  const { question, council, model, seats } = asked
  const seating = await resolveSeating(ctx, { council, model, seats })
  const { said, conversationId, newConversation, parentRunId } = await placeOf(ctx, asked)
  const { history, omitted } = historyWithin(said, windowsOf(ctx, seating.seats))
  const plan: Plan = {
    version: 1,
    ...seating,
    seed: ctx.ids.secret(12),
    limits: DEFAULT_LIMITS,
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
  return admit(ctx, initialState(seed), {
    newConversation,
    newTurn: { parentRunId },
    idempotency: idempotencyKey ? { key: idempotencyKey, body: JSON.stringify(asked) } : null,
  })
}

function windowsOf({ models }: Pick<Needs, 'models'>, seats: Seat[]): (number | null)[] {
  const known = new Map(models.list().map((model) => [model.id, model.contextTokens]))
  return seats.map((seat) => known.get(seat.model) ?? null)
}
