'use client'

import type { ReactNode } from 'react'
import type { RunState } from '@/lib/core/council/state.ts'
import { cn } from '../ui/cn.ts'
import { type RailStep, railSteps } from './progress.ts'
import { useRunWords } from './words.ts'

const RULE: Record<RailStep['state'], string> = {
  ahead: 'border-line text-ink-3',
  now: 'border-ink-3 font-medium text-ink',
  done: 'border-ink text-ink-2',
  skipped: 'border-line border-dashed text-ink-3',
}

/** The hairline of the three stages, with the time it takes and may take. Its height never changes. */
export function Rail({ run, time, action }: { run: RunState; time: ReactNode; action: ReactNode }) {
  const words = useRunWords()
  return (
    <div className="flex h-12 items-start gap-2 @lg:gap-5">
      <ol className="mt-3 grid min-w-0 flex-1 auto-cols-fr grid-flow-col gap-1" aria-label={words.t('stages.label')}>
        {railSteps(run, words).map((step) => (
          <li
            key={step.stage}
            aria-current={step.state === 'now' ? 'step' : undefined}
            className={cn('truncate border-t pt-1.5 text-2xs @lg:text-xs', RULE[step.state])}
          >
            {step.label}
            {step.state === 'skipped' && <span className="sr-only"> {words.t('stages.skipped')}</span>}
          </li>
        ))}
      </ol>
      <div className="flex h-7 shrink-0 items-center gap-3">
        {time}
        {action}
      </div>
    </div>
  )
}
