import type { RunConnection } from '@/lib/client/run-stream.ts'
import { duration, wholeSeconds } from '@/lib/core/council/figures.ts'
import { hasEnded, isOut, memberAnswers } from '@/lib/core/council/select.ts'
import type { RunState } from '@/lib/core/council/state.ts'
import type { StageId } from '@/lib/core/council/types.ts'
import { ballotOf } from './ballot-view.ts'

export type RailStep = { stage: StageId; label: string; state: 'ahead' | 'now' | 'done' | 'skipped' }

/** The three stages as the rail shows them: "Answers 3/4 · Reviews · Verdict". */
export function railSteps(run: RunState): RailStep[] {
  const steps: RailStep[] = [
    {
      stage: 'first_opinions',
      label: `Answers ${memberAnswers(run).length}/${run.plan.members.length}`,
      state: 'ahead',
    },
    { stage: 'review', label: reviewLabel(run), state: 'ahead' },
    { stage: 'final_response', label: 'Verdict', state: 'ahead' },
  ]
  if (run.plan.kind === 'single')
    return [{ stage: 'final_response', label: 'Answer', state: stateOf(run, 'final_response') }]
  return steps.map((step) => ({ ...step, state: stateOf(run, step.stage) }))
}

function reviewLabel(run: RunState): string {
  if (run.stages.review.status !== 'running') return 'Reviews'
  const isIn = (id: string) => ballotOf(run, id) !== null || isOut(run, 'review', id)
  return `Reviews ${run.plan.reviewers.filter(isIn).length}/${run.plan.reviewers.length}`
}

function stateOf(run: RunState, stage: StageId): RailStep['state'] {
  const { status } = run.stages[stage]
  if (status === 'completed') return 'done'
  if (status === 'skipped') return 'skipped'
  if (status === 'running') return 'now'
  return stage === 'first_opinions' && run.plan.startAt === 'final_response' ? 'done' : 'ahead'
}

const NUMBERS = ['', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight']

/** What stands in the verdict's place until its first word, as one calm sentence. */
export function placeholder(run: RunState): string {
  if (run.stopRequested) return 'Stopping. What was written stays.'
  if (run.status === 'queued') return 'The council is being called together.'
  if (run.plan.kind === 'single') return 'The answer begins here.'
  if (run.stages.final_response.status === 'running')
    return 'The chairman is weighing the answers. The verdict begins here.'
  if (run.stages.review.status === 'running')
    return 'The answers are being judged, without names. The verdict will stand here.'
  return `${NUMBERS[run.plan.members.length] ?? 'The'} members are answering side by side. The verdict will stand here.`
}

/** What is said once, aloud, when a run ends. */
export function endSentence(run: RunState): string {
  if (!hasEnded(run)) return ''
  if (run.status === 'failed') return 'The run has failed. No answer could be written.'
  if (run.status === 'cancelled') return 'The run was stopped. What was written is kept.'
  return 'The answer is ready.'
}

/** Milliseconds since the run began, on the server's clock; the whole length once it has ended. Null while unknown, as of an import. */
export function elapsedMs(run: RunState, nowMs: number | null, skewMs: number): number | null {
  const from = run.startedAt ?? run.createdAt
  if (run.endedAt !== null) return run.endedAt - from || null
  return nowMs === null ? null : Math.max(0, nowMs - skewMs - from)
}

/** "12 s" while it runs, "41 s" after; a broken connection instead, where there is one. */
export function timeText(run: RunState, elapsed: number | null, connection: RunConnection): string {
  if (connection === 'reconnecting') return 'Reconnecting…'
  if (connection === 'lost') return 'Disconnected'
  if (elapsed === null) return ''
  if (!hasEnded(run)) return wholeSeconds(elapsed)
  return duration(elapsed >= 10_000 ? Math.round(elapsed / 1_000) * 1_000 : elapsed)
}

/** "of about 40 s" while it runs, to five seconds: an estimate is not known better. */
export function estimateText(run: RunState): string | null {
  const { durationMs } = run.plan.estimate
  if (durationMs === null || hasEnded(run)) return null
  return `of about ${wholeSeconds(Math.max(5_000, Math.round(durationMs / 5_000) * 5_000))}`
}
