'use client'

import { useRef } from 'react'
import { finalAnswer } from '@/lib/core/council/select.ts'
import type { RunState } from '@/lib/core/council/state.ts'
import { StreamingMarkdown } from '../markdown/streaming-markdown.tsx'
import { cn } from '../ui/cn.ts'
import { BallotMatrix } from './ballot-matrix.tsx'
import { BallotProgress } from './ballot-progress.tsx'
import { Rail } from './rail.tsx'
import { looksOfRun, type SeatLook } from './seat-look.ts'
import { Monogram } from './seat-name.tsx'
import { memberViews, type SeatView } from './seat-view.ts'
import { StateDot } from './state-dot.tsx'
import { useFollow } from './use-follow.ts'
import { useRunWords } from './words.ts'

/** A run on a small stage of fixed size: one stage of the council at a time, to look at only. */
export function ReplayStage({ run, atMs }: { run: RunState; atMs: number }) {
  const { wholeSeconds } = useRunWords()
  return (
    <div inert className="@container px-4 pt-4 sm:px-6 sm:pt-5">
      <p className="font-semibold text-lg leading-snug tracking-[-0.008em]">{run.question}</p>
      <div className="mt-3">
        <Rail run={run} time={<span className="text-ink-3 text-xs">{wholeSeconds(atMs)}</span>} action={null} />
      </div>
      <div className="h-80 overflow-hidden">
        <Scene run={run} />
      </div>
    </div>
  )
}

function Scene({ run }: { run: RunState }) {
  const { consensusSentence } = useRunWords()
  const looks = looksOfRun(run)
  const answer = finalAnswer(run)
  if (answer) return <VerdictScene text={answer.text} isWhole={answer.isWhole} />
  if (run.stages.review.status === 'waiting') return <MembersScene views={memberViews(run)} looks={looks} />
  return (
    <div className="animate-fade-in">
      {run.tally ? <BallotMatrix run={run} looks={looks} /> : <BallotProgress run={run} looks={looks} />}
      {run.tally && <p className="mt-3 text-ink-2 text-sm">{consensusSentence(run.tally.consensus)}</p>}
    </div>
  )
}

function VerdictScene({ text, isWhole }: { text: string; isWhole: boolean }) {
  return (
    <div className="h-full overflow-hidden [mask-image:linear-gradient(to_bottom,black_80%,transparent)]">
      <StreamingMarkdown source={text} isWhole={isWhole} voice="verdict" className="text-[1.0625rem]" />
    </div>
  )
}

function MembersScene({ views, looks }: { views: SeatView[]; looks: Record<string, SeatLook> }) {
  return (
    <div className="grid h-full auto-rows-[minmax(0,1fr)] grid-cols-2 gap-x-5 gap-y-3">
      {views.map((view) => (
        <MiniPane key={view.seat.id} view={view} look={looks[view.seat.id]} />
      ))}
    </div>
  )
}

function MiniPane({ view, look }: { view: SeatView; look: SeatLook | undefined }) {
  const body = useRef<HTMLDivElement>(null)
  useFollow(body, view.text.length)
  return (
    <div className={cn('flex min-h-0 min-w-0 flex-col border-t-2', look?.rule)}>
      <div className="flex h-9 shrink-0 items-center gap-2 text-xs">
        <Monogram look={look} />
        <span className="truncate font-medium">{view.seat.name}</span>
        <StateDot status={view.status} className="ml-auto" />
      </div>
      <div ref={body} className="min-h-0 flex-1 overflow-hidden">
        <StreamingMarkdown source={view.text} isWhole={view.status === 'done'} className="text-ink-2 text-xs" />
      </div>
    </div>
  )
}
