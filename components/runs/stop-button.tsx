'use client'

import { Square } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import type { RunActions } from '@/lib/client/use-run-actions.ts'
import { hasEnded } from '@/lib/core/council/select.ts'
import type { RunState } from '@/lib/core/council/state.ts'
import { useProblem } from '../language/problem.ts'
import { Button } from '../ui/button.tsx'
import { cn } from '../ui/cn.ts'

/** Stops a live run; what is written stays. */
export function StopButton({ run, actions }: { run: RunState; actions: RunActions }) {
  const t = useTranslations('runs')
  const say = useProblem()
  const isStopping = run.stopRequested || actions.pending === 'stop'
  // A page that is held keeps its shape after the end, too.
  const isOver = hasEnded(run)
  return (
    <Button
      variant="outline"
      size="sm"
      className={cn('size-7 gap-1.5 px-0 @lg:w-[5.25rem]', isOver && 'invisible')}
      disabled={isStopping || isOver}
      onClick={actions.stop}
      title={actions.problem ? say(actions.problem) : undefined}
    >
      <Square aria-hidden className="size-2.5 fill-current" />
      <span className="sr-only @lg:not-sr-only">{t(isStopping ? 'stopping' : 'stop')}</span>
    </Button>
  )
}
