'use client'

import { useId } from 'react'
import type { RunConnection } from '@/lib/client/run-stream.ts'
import type { RunActions } from '@/lib/client/use-run-actions.ts'
import { finalAnswer, hasEnded } from '@/lib/core/council/select.ts'
import type { RunState } from '@/lib/core/council/state.ts'
import { cn } from '../ui/cn.ts'
import { Announcer } from './announcer.tsx'
import { AnswerFoot } from './answer-foot.tsx'
import { DockedSeats } from './docked-seats.tsx'
import { Evidence } from './evidence.tsx'
import { Notices } from './notices.tsx'
import { QuestionHead } from './question-head.tsx'
import { seatActionOf } from './seat-action.tsx'
import { looksOfRun } from './seat-look.ts'
import { memberViews } from './seat-view.ts'
import type { TurnTools } from './turn-tools.ts'
import { useRunLayout } from './use-run-layout.ts'
import { VerdictPill } from './verdict-pill.tsx'
import { VerdictPlace } from './verdict-place.tsx'

/** One run, live or past: question, verdict, what it admits, receipt, evidence. Without actions it is only looked at. */
export function RunView({
  run,
  connection,
  skewMs = 0,
  actions,
  tools = null,
}: {
  run: RunState
  connection: RunConnection
  skewMs?: number
  actions: RunActions | null
  tools?: TurnTools | null
}) {
  const headingId = useId()
  const layout = useRunLayout(run)
  const looks = looksOfRun(run)
  const isCouncil = run.plan.kind === 'council'
  const isSettled = layout.phase === 'settled'
  return (
    <article
      aria-labelledby={headingId}
      className={cn('@container mx-auto flex w-full max-w-(--width-wide) flex-col', !isSettled && 'min-h-svh')}
    >
      <QuestionHead id={headingId} run={run} tools={tools} />
      <div className="h-8" />
      <VerdictPlace run={run} layout={layout} connection={connection} skewMs={skewMs} actions={actions} />
      {isSettled && (
        <div className={cn('space-y-4', finalAnswer(run) !== null && 'mt-6')}>
          <Notices run={run} actions={actions} />
          {hasEnded(run) && <AnswerFoot run={run} actions={actions} tools={tools} />}
        </div>
      )}
      {isCouncil && (
        // Only what is inside has a box: it is new in each phase, and what moved without having been there is no shift.
        <div ref={layout.evidenceRef} className="contents">
          {layout.isEvidenceShown && (
            <div key={layout.phase} className="mt-8">
              <Evidence
                run={run}
                looks={looks}
                isFolded={layout.phase !== 'gathering' && finalAnswer(run) !== null}
                actionOf={seatActionOf(run, actions)}
              />
            </div>
          )}
        </div>
      )}
      {layout.pill && <VerdictPill side={layout.pill} isReady={hasEnded(run)} onGo={layout.goToVerdict} />}
      {isCouncil && !layout.isEvidenceShown && (
        <DockedSeats views={memberViews(run)} looks={looks} onOpen={layout.showEvidence} />
      )}
      <Announcer run={run} />
    </article>
  )
}
