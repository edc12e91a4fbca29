import type { RunState } from '../../core/council/state.ts'
import type { Budget, Seat } from '../../core/council/types.ts'
import { AppError } from '../../core/kernel/errors.ts'
import { formatUsd, type PicoUsd } from '../../core/kernel/money.ts'
import { budgetOf, worstCase } from '../../core/pricing/budget.ts'
import type { Models } from '../../ports/models.ts'

/** A budget with the prices that hold at the start of a run. */
export function budgetFor(models: Models, seats: readonly Seat[], picoUsd: PicoUsd): Budget {
  const known = new Map(models.list().map((model) => [model.id, model]))
  return budgetOf(picoUsd, seats, (model) => known.get(model))
}

/** Refuses a run whose calls could cost more than its budget, before the first of them. */
export function assertWithinBudget(run: RunState): void {
  const { budget } = run.plan
  if (!budget) return
  const { total } = worstCase(run, budget)
  if (total <= BigInt(budget.picoUsd)) return
  const assumed = Object.entries(budget.prices).flatMap(([model, price]) => (price.isAssumed ? [model] : []))
  const why = assumed.length > 0 ? ' Models without a known price are held to be dear.' : ''
  const message = `The run may cost up to $${formatUsd(total)}, more than its budget.${why} Nothing was asked.`
  throw new AppError('BUDGET_EXCEEDED', message, {
    param: 'budget',
    budget_usd: formatUsd(BigInt(budget.picoUsd)),
    estimate_usd: formatUsd(total),
    assumed_prices: assumed,
  })
}
