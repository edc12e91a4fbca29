'use client'

import { useId } from 'react'
import { useTranslations } from 'use-intl/react'
import type { RunConnection } from '@/lib/client/run-stream.ts'
import type { RunActions } from '@/lib/client/use-run-actions.ts'
import { finalAnswer, hasEnded } from '@/lib/core/council/select.ts'
import type { RunState } from '@/lib/core/council/state.ts'
import { Button } from '../ui/button.tsx'
import { cn } from '../ui/cn.ts'
import { Announcer } from './announcer.tsx'
import { DockedSeats } from './docked-seats.tsx'
import { Evidence } from './evidence.tsx'
import { canRetryFailedSeats, Notices } from './notices.tsx'
import { Question } from './question.tsx'
import { Receipt } from './receipt.tsx'
import { seatLooks } from './seat-look.ts'
import { memberViews } from './seat-view.ts'
import { useRunLayout } from './use-run-layout.ts'
import { VerdictPill } from './verdict-pill.tsx'
import { VerdictPlace } from './verdict-place.tsx'

/** One run, live or past: question, verdict, what it admits, receipt, evidence. Without actions it is only looked at. */
export function RunView({
  run,
  connection,
  skewMs = 0,
  actions,
}: {
  run: RunState
  connection: RunConnection
  skewMs?: number
  actions: RunActions | null
}) {
  const headingId = useId()
  const layout = useRunLayout(run)
  const looks = seatLooks(run.plan)
  const isCouncil = run.plan.kind === 'council'
  const isSettled = layout.phase === 'settled'
  const canRetry = actions !== null && actions.pending === null && canRetryFailedSeats(run)
  return (
    <article
      aria-labelledby={headingId}
      className={cn('@container mx-auto flex w-full max-w-(--width-wide) flex-col', !isSettled && 'min-h-svh')}
    >
      <Question id={headingId} text={run.question} hasDemo={run.plan.seats.some((seat) => seat.demo)} />
      <div className="h-8" />
      <VerdictPlace run={run} layout={layout} connection={connection} skewMs={skewMs} actions={actions} />
      {isSettled && (
        <div className={cn('space-y-4', finalAnswer(run) !== null && 'mt-6')}>
          <Notices run={run} actions={actions} />
          {hasEnded(run) && run.calls.length > 0 && <Receipt run={run} />}
        </div>
      )}
      {isCouncil && (
        <div ref={layout.evidenceRef} className="mt-8">
          {layout.isEvidenceShown && (
            <Evidence
              // A new phase brings new elements: what moved without having been there is no layout shift.
              key={layout.phase}
              run={run}
              looks={looks}
              isFolded={layout.phase !== 'gathering' && finalAnswer(run) !== null}
              action={canRetry ? <RetryLink onRetry={() => actions.continueFrom('failed_seats')} /> : null}
            />
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

function RetryLink({ onRetry }: { onRetry(): void }) {
  const t = useTranslations('runs')
  return (
    <Button variant="link" size="sm" onClick={onRetry}>
      {t('retry')}
    </Button>
  )
}
