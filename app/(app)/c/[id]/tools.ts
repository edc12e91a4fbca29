import 'server-only'
import type { ChairmanChoice, TurnTools } from '@/components/runs/turn-tools.ts'
import type { RunState } from '@/lib/core/council/state.ts'
import type { LedgerSum } from '@/lib/core/ledger/types.ts'
import { showBranchAction } from './actions.ts'
import type { ThreadTurn } from './thread.ts'

/** The turns of a page with what can be done at each. */
export function withTools(
  turns: ThreadTurn[],
  models: ChairmanChoice[],
): { id: string; run: RunState; charged: LedgerSum | null; tools: TurnTools }[] {
  const chairmen = models.map(({ id, name }) => ({ id, name }))
  return turns.map(({ versions, runs, ...turn }) => ({
    ...turn,
    tools: { versions, runs, chairmen, show: showBranchAction },
  }))
}
