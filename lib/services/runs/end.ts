import { finalAnswer, memberAnswers, totalsOf } from '../../core/council/select.ts'
import type { RunState } from '../../core/council/state.ts'
import type { RunEnd } from '../../ports/runs.ts'

/** What the run's row says once it has ended: status, answer, and the sums of its calls. */
export function endOf(state: RunState): RunEnd {
  const { tokens, picoUsd, unpriced } = totalsOf(state)
  if (state.status === 'queued' || state.status === 'running') throw new Error(`run ${state.id} has not ended`)
  return {
    status: state.status,
    quality: state.quality,
    answer: finalAnswer(state)?.text ?? null,
    picoUsd: unpriced > 0 ? null : picoUsd.toString(),
    tokens,
    isCounted: state.answer !== null || memberAnswers(state).length > 0,
  }
}
