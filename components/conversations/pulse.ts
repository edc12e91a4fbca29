import { hasEnded } from '@/lib/core/council/select.ts'
import type { RunState } from '@/lib/core/council/state.ts'

/** What the page of a conversation knows of its runs: enough to tell whether the next question may go out. */
export type Pulse = {
  newest: { runId: string; turnId: string; status: RunState['status'] } | null
  /** A run that has not ended. */
  liveRunId: string | null
}

/** The pulse of the turns a page shows. Run ids are ordered by time. */
export function pulseOf(turns: { id: string; run: RunState }[]): Pulse {
  const latest = turns.toSorted((a, b) => (a.run.id < b.run.id ? -1 : 1)).at(-1)
  const live = turns.find(({ run }) => !hasEnded(run))
  return {
    newest: latest ? { runId: latest.run.id, turnId: latest.id, status: latest.run.status } : null,
    liveRunId: live?.run.id ?? null,
  }
}
