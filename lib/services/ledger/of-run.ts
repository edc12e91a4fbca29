import { sumOfRows } from '../../core/ledger/sum.ts'
import type { LedgerRow, LedgerSum } from '../../core/ledger/types.ts'
import type { Ctx } from '../context.ts'
import { getRun } from '../runs/index.ts'

/** What a run was charged, call by call, and in all; NOT_FOUND where the visitor has no such run. */
export async function ledgerOfRun(
  ctx: Ctx<'runs' | 'engine' | 'ledger'>,
  runId: string,
): Promise<{ rows: LedgerRow[]; sum: LedgerSum }> {
  await getRun(ctx, runId)
  const rows = await ctx.ledger.ofRun(ctx.actor.tenantId, runId)
  return { rows, sum: sumOfRows(rows) }
}

/** What each of these runs came to, by its id; what was never charged here is not in it. */
export async function sumsOfRuns(ctx: Ctx<'ledger'>, runIds: readonly string[]): Promise<Map<string, LedgerSum>> {
  const sums = await ctx.ledger.ofRuns(ctx.actor.tenantId, runIds)
  return new Map(sums.map(({ runId, ...sum }) => [runId, sum]))
}
