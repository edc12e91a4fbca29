'use client'

import type { ReactNode, Ref } from 'react'
import { finalAnswer, hasEnded } from '@/lib/core/council/select.ts'
import type { RunState } from '@/lib/core/council/state.ts'
import { CopyButton } from '../markdown/copy-button.tsx'
import { StreamingMarkdown } from '../markdown/streaming-markdown.tsx'
import { cn } from '../ui/cn.ts'
import { placeholder } from './progress.ts'
import type { Phase } from './use-phase.ts'

/**
 * One slot for the place-holder and the answer: the rail shrinks to a meta line and the text begins where the
 * place-holder stood. While it grows it keeps a whole screen for itself, so nothing that is visible moves.
 */
export function Verdict({
  run,
  phase,
  rail,
  meta,
  held,
  slotRef,
}: {
  run: RunState
  phase: Phase
  rail: ReactNode
  meta: ReactNode
  /** Shown instead of the text while the reader is busy below. */
  held: ReactNode | null
  slotRef: Ref<HTMLElement>
}) {
  const answer = finalAnswer(run)
  const isGrowing = phase === 'speaking' && run.plan.kind === 'council'
  return (
    <section
      ref={slotRef}
      aria-label={run.plan.kind === 'council' ? 'Verdict' : 'Answer'}
      className={cn(
        'mx-auto w-full max-w-(--width-read) scroll-mt-20',
        phase !== 'settled' && '[overflow-anchor:none]',
        phase === 'gathering' && 'min-h-32',
        isGrowing && 'min-h-svh',
      )}
    >
      {phase === 'gathering' ? rail : meta}
      {phase === 'gathering' || answer === null ? (
        !hasEnded(run) && <p className="font-serif text-ink-3 text-read italic">{held ?? placeholder(run)}</p>
      ) : (
        <StreamingMarkdown source={answer.text} isWhole={answer.isWhole || hasEnded(run)} voice="verdict" />
      )}
    </section>
  )
}

/** The line that the rail shrinks to. Its height is the rail's, so the text begins where the place-holder stood. */
export function VerdictMeta({ run, time, action }: { run: RunState; time: string; action: ReactNode }) {
  const answer = finalAnswer(run)
  const writer = run.plan.seats.find((seat) => seat.id === (answer?.seat ?? run.plan.chairman))
  const ended = hasEnded(run)
  const title = titleOf(run, answer?.lastResort ?? false, answer !== null)
  return (
    <div className="flex h-10 items-start">
      <div className="flex h-7 min-w-0 flex-1 items-center gap-2 text-ink-3 text-xs">
        <span className="shrink-0 font-medium text-ink-2">{title}</span>
        {answer && writer && <span className="truncate">{writer.name}</span>}
        <span className="ml-auto shrink-0 pl-2">{time}</span>
        {ended && answer ? <CopyButton text={answer.text} label="Copy the answer as Markdown" /> : action}
      </div>
    </div>
  )
}

function titleOf(run: RunState, isLastResort: boolean, hasText: boolean): string {
  if (!hasText) return run.status === 'failed' ? 'No verdict' : 'Stopped before the verdict'
  if (isLastResort) return 'Best-placed answer, in place of a verdict'
  return run.plan.kind === 'council' ? 'Verdict' : 'Answer'
}
