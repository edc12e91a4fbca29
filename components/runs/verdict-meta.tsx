'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { finalAnswer, hasEnded, writerOf } from '@/lib/core/council/select.ts'
import type { RunState } from '@/lib/core/council/state.ts'
import { CopyAnswer } from '../markdown/copy-answer.tsx'
import { QualityLine } from './notices.tsx'
import type { RunWords } from './words.ts'

/** The line that the rail shrinks to: what this text is, who wrote it, how long it took. */
export function VerdictMeta({ run, time, action }: { run: RunState; time: ReactNode; action: ReactNode }) {
  const t = useTranslations('runs')
  const answer = finalAnswer(run)
  const writer = writerOf(run)
  return (
    <div className="h-12">
      <div className="flex h-7 min-w-0 items-center gap-2 text-ink-3 text-xs">
        <span className="shrink-0 font-medium text-ink-2">{titleOf(run, answer, t)}</span>
        {writer && <span className="truncate">{t('by', { name: writer.name })}</span>}
        <span className="ml-auto flex shrink-0 pl-2">{time}</span>
        {hasEnded(run) && answer ? <CopyAnswer text={answer.text} label={t('copyTheAnswer')} /> : action}
      </div>
      {answer && <QualityLine run={run} />}
    </div>
  )
}

function titleOf(run: RunState, answer: ReturnType<typeof finalAnswer>, t: RunWords['t']): string {
  if (answer === null) return t(run.status === 'failed' ? 'noVerdict' : 'stoppedBefore')
  if (answer.isTaken) return t('taken')
  if (answer.lastResort) return t('lastResort')
  const title = t(run.plan.kind === 'council' ? 'verdict' : 'answer')
  return run.status === 'cancelled' ? t('cutShort', { title }) : title
}
