import { callOf, hasEnded, memberAnswers } from '../../core/council/select.ts'
import { initialState, type RunState } from '../../core/council/state.ts'
import type { Plan, ReusedAnswer } from '../../core/council/types.ts'
import { AppError } from '../../core/kernel/errors.ts'
import type { Ctx } from '../context.ts'
import { admit, type Started } from './admit.ts'
import { getRun } from './get.ts'

/** `what_is_there`: the chairman writes from the answers so far. `failed_seats`: who failed is asked again. */
export type ContinueFrom = 'what_is_there' | 'failed_seats'

type Input = { runId: string; from: ContinueFrom; idempotencyKey?: string | undefined }

/** Goes on from a run that has ended, as a sibling: finished answers are reused, what is downstream is written anew. */
export async function continueRun(ctx: Ctx<'runs' | 'engine' | 'clock' | 'ids'>, input: Input): Promise<Started> {
  const source = await getRun(ctx, input.runId)
  if (!hasEnded(source)) throw new AppError('CONFLICT', 'The run is still going on. Stop it first.')
  const createdAt = ctx.clock.now()
  const { conversationId, turnId, question } = source
  const id = ctx.ids.next('run')
  const plan = { ...continuedPlan(source, input.from), seed: ctx.ids.secret(12) }
  const next = initialState({ id, conversationId, turnId, question, plan, sourceRunId: source.id, createdAt })
  const body = JSON.stringify([input.runId, input.from])
  const idempotency = input.idempotencyKey ? { key: input.idempotencyKey, body } : null
  return admit(ctx, next, { newConversation: null, newTurn: false, idempotency })
}

function continuedPlan(source: RunState, from: ContinueFrom): Plan {
  if (source.plan.kind === 'single') return source.plan
  const finished = memberAnswers(source).map(({ seat, text, partial, reusedFrom }): ReusedAnswer => {
    return { runId: reusedFrom ?? source.id, seat, text, partial }
  })
  if (from === 'failed_seats') {
    return { ...source.plan, reused: finished.filter((answer) => !answer.partial), startAt: 'first_opinions' }
  }
  const reused = [...finished, ...partialAnswers(source, finished)]
  if (reused.length === 0)
    throw new AppError('CONFLICT', 'There is nothing to write from: no member had begun to answer.')
  return { ...source.plan, reused, startAt: 'final_response' }
}

/** What stopped members had written. */
function partialAnswers(source: RunState, finished: ReusedAnswer[]): ReusedAnswer[] {
  return source.plan.members.flatMap((seat) => {
    const text = callOf(source, 'first_opinions', seat)?.text ?? ''
    const isFinished = finished.some((answer) => answer.seat === seat)
    return isFinished || text.trim() === '' ? [] : [{ runId: source.id, seat, text, partial: true }]
  })
}
