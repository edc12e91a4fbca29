import type { ReactNode } from 'react'
import { finalAnswer, hasEnded } from '@/lib/core/council/select.ts'
import type { RunState } from '@/lib/core/council/state.ts'
import { CopyAnswer } from '../markdown/copy-answer.tsx'

/** The line that the rail shrinks to: what this text is, who wrote it, how long it took. */
export function VerdictMeta({ run, time, action }: { run: RunState; time: ReactNode; action: ReactNode }) {
  const answer = finalAnswer(run)
  const writer = run.plan.seats.find((seat) => seat.id === answer?.seat)
  return (
    <div className="flex h-12 items-start">
      <div className="flex h-7 min-w-0 flex-1 items-center gap-2 text-ink-3 text-xs">
        <span className="shrink-0 font-medium text-ink-2">{titleOf(run, answer)}</span>
        {writer && <span className="truncate">by {writer.name}</span>}
        <span className="ml-auto flex shrink-0 pl-2">{time}</span>
        {hasEnded(run) && answer ? <CopyAnswer text={answer.text} of="the answer" /> : action}
      </div>
    </div>
  )
}

function titleOf(run: RunState, answer: ReturnType<typeof finalAnswer>): string {
  if (answer === null) return run.status === 'failed' ? 'No verdict' : 'Stopped before the verdict'
  if (answer.isTaken) return 'Taken as the final answer'
  if (answer.lastResort) return 'Best-placed answer, in place of a verdict'
  const title = run.plan.kind === 'council' ? 'Verdict' : 'Answer'
  return run.status === 'cancelled' ? `${title}, cut short` : title
}
