'use client'

import { Square } from 'lucide-react'
import type { RunActions } from '@/lib/client/use-run-actions.ts'
import type { RunState } from '@/lib/core/council/state.ts'
import { Button } from '../ui/button.tsx'

/** Stops a live run; what is written stays. */
export function StopButton({ run, actions }: { run: RunState; actions: RunActions }) {
  const isStopping = run.stopRequested || actions.pending === 'stop'
  return (
    <Button
      variant="outline"
      size="sm"
      className="size-7 gap-1.5 px-0 @lg:w-[5.25rem]"
      disabled={isStopping}
      onClick={actions.stop}
      title={actions.problem ?? undefined}
    >
      <Square aria-hidden className="size-2.5 fill-current" />
      <span className="sr-only @lg:not-sr-only">{isStopping ? 'Stopping' : 'Stop'}</span>
    </Button>
  )
}
