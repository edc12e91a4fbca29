import type { RunConnection } from '@/lib/client/run-stream.ts'
import { hasEnded, isOut, memberAnswers } from '@/lib/core/council/select.ts'
import type { RunState } from '@/lib/core/council/state.ts'
import type { StageId } from '@/lib/core/council/types.ts'
import { ballotOf } from './ballot-view.ts'
import type { RunWords } from './words.ts'

export type RailStep = { stage: StageId; label: string; state: 'ahead' | 'now' | 'done' | 'skipped' }

/** The three stages as the rail shows them: "Answers 3/4 · Reviews · Verdict". */
export function railSteps(run: RunState, words: RunWords): RailStep[] {
  const { t } = words
  const steps: RailStep[] = [
    {
      stage: 'first_opinions',
      label: t('stages.answers', { done: memberAnswers(run).length, all: run.plan.members.length }),
      state: 'ahead',
    },
    { stage: 'review', label: reviewLabel(run, words), state: 'ahead' },
    { stage: 'final_response', label: t('verdict'), state: 'ahead' },
  ]
  if (run.plan.kind === 'single')
    return [{ stage: 'final_response', label: t('answer'), state: stateOf(run, 'final_response') }]
  return steps.map((step) => ({ ...step, state: stateOf(run, step.stage) }))
}

function reviewLabel(run: RunState, { t }: RunWords): string {
  if (run.stages.review.status !== 'running') return t('stages.reviews')
  const isIn = (id: string) => ballotOf(run, id) !== null || isOut(run, 'review', id)
  return t('stages.reviewsOf', { done: run.plan.reviewers.filter(isIn).length, all: run.plan.reviewers.length })
}

function stateOf(run: RunState, stage: StageId): RailStep['state'] {
  const { status } = run.stages[stage]
  if (status === 'completed') return 'done'
  if (status === 'skipped') return 'skipped'
  if (status === 'running') return 'now'
  return stage === 'first_opinions' && run.plan.startAt === 'final_response' ? 'done' : 'ahead'
}

/** What stands in the verdict's place until its first word, as one calm sentence. */
export function placeholder(run: RunState, { t }: RunWords): string {
  if (run.stopRequested) return t('place.stopping')
  if (run.status === 'queued') return t('place.queued')
  if (run.plan.kind === 'single') return t('place.single')
  if (run.stages.final_response.status === 'running') return t('place.weighing')
  if (run.stages.review.status === 'running') return t('place.judging')
  return t('place.answering', { count: run.plan.members.length })
}

/** What is said once, aloud, when a run ends. */
export function endSentence(run: RunState, { t }: RunWords): string {
  if (!hasEnded(run)) return ''
  if (run.status === 'failed') return t('end.failed')
  if (run.status === 'cancelled') return t('end.cancelled')
  return t('end.ready')
}

/** Milliseconds since the run began, on the server's clock; the whole length once it has ended. Null while unknown, as of an import. */
export function elapsedMs(run: RunState, nowMs: number | null, skewMs: number): number | null {
  const from = run.startedAt ?? run.createdAt
  if (run.endedAt !== null) return run.endedAt - from || null
  return nowMs === null ? null : Math.max(0, nowMs - skewMs - from)
}

/** "12 s" while it runs, "41 s" after; a broken connection instead, where there is one. */
export function timeText(
  run: RunState,
  { elapsed, connection }: { elapsed: number | null; connection: RunConnection },
  words: RunWords,
): string {
  if (connection === 'reconnecting') return words.t('time.reconnecting')
  if (connection === 'lost') return words.t('time.lost')
  if (elapsed === null) return ''
  if (!hasEnded(run)) return words.wholeSeconds(elapsed)
  return words.duration(elapsed >= 10_000 ? Math.round(elapsed / 1_000) * 1_000 : elapsed)
}

/** "of about 40 s" while it runs, to five seconds: an estimate is not known better. */
export function estimateText(run: RunState, words: RunWords): string | null {
  const { durationMs } = run.plan.estimate
  if (durationMs === null || hasEnded(run)) return null
  const time = words.wholeSeconds(Math.max(5_000, Math.round(durationMs / 5_000) * 5_000))
  return words.t('time.about', { time })
}
