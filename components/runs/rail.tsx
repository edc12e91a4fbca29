import type { ReactNode } from 'react'
import type { RunState } from '@/lib/core/council/state.ts'
import { cn } from '../ui/cn.ts'
import { wholeSeconds } from './format.ts'
import { type RailStep, railSteps } from './progress.ts'

const RULE: Record<RailStep['state'], string> = {
  ahead: 'border-line',
  now: 'border-ink-3',
  done: 'border-ink',
  skipped: 'border-line border-dashed',
}

/** The hairline of the three stages, with the time it takes and may take. Its height never changes. */
export function Rail({ run, elapsed, action }: { run: RunState; elapsed: number | null; action: ReactNode }) {
  return (
    <div className="flex h-10 items-start gap-4 sm:gap-6">
      <ol className="grid min-w-0 flex-1 auto-cols-fr grid-flow-col gap-1" aria-label="Stages">
        {railSteps(run).map((step) => (
          <li
            key={step.stage}
            aria-current={step.state === 'now' ? 'step' : undefined}
            className={cn('truncate border-t pt-2 text-xs', RULE[step.state], toneOf(step))}
          >
            {step.label}
            {step.state === 'skipped' && <span className="sr-only"> (left out)</span>}
          </li>
        ))}
      </ol>
      <div className="-mt-1 flex shrink-0 items-center gap-2">
        <Clock elapsed={elapsed} estimateMs={run.plan.estimate.durationMs} />
        {action}
      </div>
    </div>
  )
}

function toneOf(step: RailStep): string {
  if (step.state === 'now') return 'font-medium text-ink'
  return step.state === 'done' ? 'text-ink-2' : 'text-ink-3'
}

function Clock({ elapsed, estimateMs }: { elapsed: number | null; estimateMs: number | null }) {
  return (
    <span className="min-w-12 text-right text-ink-3 text-xs sm:min-w-28">
      {elapsed === null ? '\u2013' : wholeSeconds(elapsed)}
      {estimateMs !== null && <span className="hidden sm:inline"> of about {wholeSeconds(roundTo5(estimateMs))}</span>}
    </span>
  )
}

/** An estimate is not known to the second. */
function roundTo5(ms: number): number {
  return Math.max(5_000, Math.round(ms / 5_000) * 5_000)
}
