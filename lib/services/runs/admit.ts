import type { RunState } from '../../core/council/state.ts'
import { AppError } from '../../core/kernel/errors.ts'
import { sha256Hex } from '../../core/stats/sha256.ts'
import type { CreateOutcome, NewRun } from '../../ports/runs.ts'
import type { Actor, Ctx } from '../context.ts'

/** A run that is under way; `isRepeat` when the same Idempotency-Key had already made it. */
export type Started = { runId: string; conversationId: string; isRepeat: boolean }

type Admission = {
  newConversation: NewRun['newConversation']
  newTurn: NewRun['newTurn']
  idempotency: { key: string; body: string } | null
}

const DAY_S = 86_400

/** What each kind of actor may have; null for no limit. */
const LIMITS: Record<Actor['kind'], NewRun['limits']> = {
  guest: { runsPerDay: 30, liveRuns: 2 },
  operator: null,
}

/** Stores a new run within its tenant's limits and begins to drive it here. */
export async function admit(ctx: Ctx<'runs' | 'engine'>, initial: RunState, admission: Admission): Promise<Started> {
  const { engine } = ctx
  if (engine.isDraining()) throw new AppError('UNAVAILABLE', 'The server is restarting.', { retryAfterS: 5 })
  const { tenantId } = ctx.actor
  const { idempotency, ...rest } = admission
  const outcome = await create(ctx, {
    ...initial,
    ...rest,
    tenantId,
    payer: { kind: ctx.actor.kind, id: ctx.actor.kind === 'guest' ? ctx.actor.guestId : null },
    owner: engine.owner,
    leaseMs: engine.leaseMs,
    limits: LIMITS[ctx.actor.kind],
    idempotency: idempotency && { key: idempotency.key, bodyHash: sha256Hex(idempotency.body) },
  })
  if (outcome.outcome === 'created') {
    engine.begin({ initial, tenantId, epoch: outcome.epoch })
    return { runId: initial.id, conversationId: initial.conversationId, isRepeat: false }
  }
  if (outcome.outcome !== 'repeated') throw refusal(outcome)
  const earlier = await ctx.runs.get(tenantId, outcome.runId)
  if (!earlier) throw new AppError('NOT_FOUND')
  return { runId: earlier.id, conversationId: earlier.conversationId, isRepeat: true }
}

async function create(ctx: Ctx<'runs'>, run: NewRun): Promise<CreateOutcome> {
  try {
    return await ctx.runs.create(run)
  } catch (error) {
    throw new AppError('UNAVAILABLE', 'The database does not answer. Nothing was asked.', { retryAfterS: 5 }, error)
  }
}

function refusal(outcome: Exclude<CreateOutcome, { outcome: 'created' | 'repeated' }>): AppError {
  switch (outcome.outcome) {
    case 'key_mismatch':
      return new AppError('IDEMPOTENCY_MISMATCH', undefined, { param: 'Idempotency-Key' })
    case 'tenant_missing':
      return new AppError('UNAUTHENTICATED', 'This guest is not known here any more.')
    case 'conversation_missing':
      return new AppError('NOT_FOUND', 'There is no such conversation.', { param: 'conversation_id' })
    case 'live_limit': {
      const message = `${outcome.limit} questions are being answered already. Wait for one of them, or stop it.`
      return new AppError('TOO_MANY_RUNS', message, { retryAfterS: 15 })
    }
    case 'day_limit': {
      const { limit, resetS } = outcome
      return new AppError('QUOTA_EXCEEDED', `Guests have ${limit} questions a day; they are used up.`, {
        retryAfterS: resetS,
        limit: { name: 'day', quota: limit, remaining: 0, windowS: DAY_S, resetS },
      })
    }
  }
}
