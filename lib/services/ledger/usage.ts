import { sumOfSums } from '../../core/ledger/sum.ts'
import type { LedgerSum, UsageGroup } from '../../core/ledger/types.ts'
import type { Period } from '../../ports/ledger.ts'
import type { Ctx } from '../context.ts'
import { type PeriodInput, periodOf } from './period.ts'

export type UsageInput = PeriodInput & { groupBy: UsageGroup }

/** What the visitor's own calls of a period came to, by model, provider, day (UTC) or stage, and in all. */
export async function getUsage(
  ctx: Ctx<'ledger' | 'clock'>,
  { groupBy, ...asked }: UsageInput,
): Promise<{ period: Period; groups: (LedgerSum & { key: string })[]; sum: LedgerSum }> {
  const period = periodOf(asked, ctx.clock.now())
  const groups = await ctx.ledger.usage(ctx.actor.tenantId, period, groupBy)
  return { period, groups, sum: sumOfSums(groups) }
}
