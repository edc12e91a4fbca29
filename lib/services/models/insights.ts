import { AppError } from '../../core/kernel/errors.ts'
import type { ModelInsights, Period } from '../../ports/ledger.ts'
import type { Ctx } from '../context.ts'
import { type PeriodInput, periodOf } from '../ledger/index.ts'

/** How a model did in the visitor's own runs; a model that never was here is NOT_FOUND. */
export async function getInsights(
  ctx: Ctx<'catalogue' | 'models' | 'ledger' | 'clock'>,
  id: string,
  asked: PeriodInput,
): Promise<{ period: Period; insights: ModelInsights }> {
  const period = periodOf(asked, ctx.clock.now())
  const insights = await ctx.ledger.insights(ctx.actor.tenantId, id, period)
  if (insights.calls > 0 || (await isKnown(ctx, id))) return { period, insights }
  throw new AppError('NOT_FOUND', 'There is no such model.')
}

async function isKnown({ catalogue, models }: Ctx<'catalogue' | 'models'>, id: string): Promise<boolean> {
  if (models.list().some((model) => model.id === id)) return true
  return (await catalogue.read()).models.some((model) => model.id === id)
}
