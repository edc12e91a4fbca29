import { DEFAULT_LIMITS } from '../../core/council/presets.ts'
import { initialState, type RunSeed } from '../../core/council/state.ts'
import type { HistoryTurn, Plan } from '../../core/council/types.ts'
import { invalidField } from '../../core/kernel/errors.ts'
import { firstWords } from '../../core/kernel/text.ts'
import type { Ctx } from '../context.ts'
import { resolveSeating, typicalOf } from '../councils/index.ts'
import { parseInput } from '../parse.ts'
import { admit, type Started } from './admit.ts'
import { type StartInput, startInput } from './start.schema.ts'

type Needs = Ctx<'models' | 'runs' | 'conversations' | 'councils' | 'engine' | 'clock' | 'ids'>

/** Most characters of earlier turns that go with a follow-up; the oldest are left out first. */
const HISTORY_CHARS = 24_000

/** Asks a council (or one model). The run is stored and under way when this resolves; nobody has to stay for it. */
export async function startRun(ctx: Needs, input: StartInput): Promise<Started> {
  const { question, council, model, seats, conversationId, idempotencyKey } = parseInput(startInput, input)
  const seating = await resolveSeating(ctx, { council, model, seats })
  const history = conversationId ? await historyOf(ctx, conversationId) : []
  const plan: Plan = {
    version: 1,
    ...seating,
    seed: ctx.ids.secret(12),
    limits: DEFAULT_LIMITS,
    history,
    reused: [],
    startAt: 'first_opinions',
    estimate: { durationMs: typicalOf(ctx, seating).durationMs },
  }
  const seed: RunSeed = {
    id: ctx.ids.next('run'),
    conversationId: conversationId ?? ctx.ids.next('conversation'),
    turnId: ctx.ids.next('turn'),
    question,
    plan,
    sourceRunId: null,
    createdAt: ctx.clock.now(),
  }
  const body = JSON.stringify([
    question,
    council ?? null,
    model ?? null,
    conversationId ?? null,
    ...(seats ? [seats] : []),
  ])
  return admit(ctx, initialState(seed), {
    newConversation: conversationId ? null : { title: firstWords(question) },
    newTurn: true,
    idempotency: idempotencyKey ? { key: idempotencyKey, body } : null,
  })
}

async function historyOf(ctx: Needs, conversationId: string): Promise<HistoryTurn[]> {
  const conversation = await ctx.conversations.get(ctx.actor.tenantId, conversationId)
  if (!conversation) throw invalidField('conversation_id', 'There is no such conversation.')
  return newestWithin(await ctx.conversations.history(ctx.actor.tenantId, conversationId, null), HISTORY_CHARS)
}

/** The newest turns whose texts fit into `chars` together, oldest first. */
function newestWithin(turns: HistoryTurn[], chars: number): HistoryTurn[] {
  let room = chars
  const kept: HistoryTurn[] = []
  for (const turn of turns.toReversed()) {
    room -= turn.question.length + turn.answer.length
    if (room < 0) break
    kept.unshift(turn)
  }
  return kept
}
