'use client'

import type { RunActions } from '@/lib/client/use-run-actions.ts'
import { hasEnded } from '@/lib/core/council/select.ts'
import type { RunState } from '@/lib/core/council/state.ts'
import type { QualityReason } from '@/lib/core/council/types.ts'
import { useProblem } from '../language/problem.ts'
import { Button } from '../ui/button.tsx'
import { cn } from '../ui/cn.ts'
import { Group } from '../ui/group.tsx'
import { type RunWords, useRunWords } from './words.ts'

/** What an ended run has to admit, and what can be done about it: amber when degraded, red when failed. */
export function Notices({ run, actions }: { run: RunState; actions: RunActions | null }) {
  const words = useRunWords()
  const { t } = words
  if (!hasEnded(run) || run.quality === 'full') return null
  const isFailed = run.status === 'failed'
  const sentences = reasonSentences(run, words)
  return (
    <Group
      aria-label={t(isFailed ? 'notices.failedLabel' : 'notices.label')}
      className={cn(
        'mx-auto w-full max-w-(--width-read) rounded-md px-4 py-3 text-sm',
        isFailed ? 'bg-fail-bg' : 'bg-warn-bg',
      )}
    >
      <p className={cn('font-medium', isFailed ? 'text-fail' : 'text-warn')}>{titleOf(run, t)}</p>
      {sentences.length > 0 && (
        <ul className="mt-1 space-y-0.5 text-ink-2">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {actions && <Remedies run={run} actions={actions} />}
    </Group>
  )
}

/** In one line over the answer what its notice says under it. */
export function QualityLine({ run }: { run: RunState }) {
  const words = useRunWords()
  if (!hasEnded(run) || run.quality === 'full') return null
  const text = [titleOf(run, words.t), ...reasonSentences(run, words)].join(' ')
  return (
    <p title={text} className="truncate text-warn text-xs">
      {text}
    </p>
  )
}

function reasonSentences(run: RunState, words: RunWords): string[] {
  const reasons = run.reasons.filter(({ code }) => code !== 'stopped' || run.status !== 'cancelled')
  return [...new Set(reasons.map((reason) => words.qualitySentence(reason, run)))]
}

function titleOf(run: RunState, t: RunWords['t']): string {
  if (run.status === 'failed') return t('notices.failed')
  if (run.status === 'cancelled') return t('notices.cancelled')
  return t(run.reasons.every(isChange) ? 'notices.changed' : 'notices.degraded')
}

/** Everybody did their part, but not everybody who was chosen, or not with all there was to read. */
function isChange({ code }: QualityReason): boolean {
  return code === 'fallback_used' || code === 'moved_to_larger_window' || code === 'history_trimmed'
}

function Remedies({ run, actions }: { run: RunState; actions: RunActions }) {
  const { t } = useRunWords()
  const say = useProblem()
  const canWrite = canWriteFromWhatIsThere(run)
  const canRetry = canRetryFailedSeats(run)
  if (!canWrite && !canRetry && actions.problem === null) return null
  const isBusy = actions.pending === 'what_is_there' || actions.pending === 'failed_seats'
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2">
      {canWrite && (
        <Button size="sm" disabled={isBusy} onClick={() => actions.continueFrom('what_is_there')}>
          {t('notices.write')}
        </Button>
      )}
      {canRetry && (
        <Button size="sm" variant="outline" disabled={isBusy} onClick={() => actions.continueFrom('failed_seats')}>
          {t(run.status === 'cancelled' ? 'notices.rest' : 'retry')}
        </Button>
      )}
      {actions.problem && (
        <p role="alert" className="text-fail">
          {say(actions.problem)}
        </p>
      )}
    </div>
  )
}

/** A stopped council, with something of a member's answer to write from. */
export function canWriteFromWhatIsThere(run: RunState): boolean {
  if (run.status !== 'cancelled' || run.plan.kind !== 'council') return false
  const isWritten = (text: string) => text.trim() !== ''
  const opinions = run.calls.filter((call) => call.stage === 'first_opinions')
  return opinions.some((call) => isWritten(call.text)) || run.plan.reused.some((entry) => isWritten(entry.text))
}

/** An ended run in which some seat failed for another reason than being stopped, or which was stopped as a whole. */
export function canRetryFailedSeats(run: RunState): boolean {
  const isShort = run.out.length > 0 || run.ballots.some((ballot) => ballot.status === 'invalid')
  return hasEnded(run) && (run.status !== 'completed' || isShort)
}
