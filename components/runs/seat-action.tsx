import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import type { RunActions } from '@/lib/client/use-run-actions.ts'
import { canRejoin, hasEnded, memberAnswers } from '@/lib/core/council/select.ts'
import type { RunState } from '@/lib/core/council/state.ts'
import { Button } from '../ui/button.tsx'
import { canRetryFailedSeats } from './notices.tsx'
import type { SeatView } from './seat-view.ts'

/** What can be done about one member: shown beside its failure, or under its answer. */
export type SeatAction = (view: SeatView) => ReactNode

/** The actions of the members of a run, for a reader who may act. */
export function seatActionOf(run: RunState, actions: RunActions | null): SeatAction {
  return ({ seat, status }) => {
    if (!actions || (actions.pending !== null && actions.pending !== 'stop')) return null
    if (status === 'failed') return <RetryLink run={run} seat={seat.id} actions={actions} />
    if (status !== 'done' || !hasEnded(run)) return null
    return <TakeAnswer run={run} seat={seat.id} actions={actions} />
  }
}

type Props = { run: RunState; seat: string; actions: RunActions }

/** While the stage is open the seat joins again; after the end a sibling run asks it. In between it has to wait. */
function RetryLink({ run, seat, actions }: Props) {
  const t = useTranslations('runs')
  const canJoin = canRejoin(run, 'first_opinions', seat)
  if (!canJoin && !canRetryFailedSeats(run)) return null
  const retry = () => (canJoin ? actions.retrySeat('first_opinions', seat) : actions.continueFrom('failed_seats'))
  return (
    <Button variant="link" size="sm" onClick={retry}>
      {t('retry')}
    </Button>
  )
}

function TakeAnswer({ run, seat, actions }: Props) {
  const t = useTranslations('branches')
  if (run.plan.kind !== 'council' || !memberAnswers(run).some((answer) => answer.seat === seat)) return null
  const isTaken = run.takenSeat === seat
  return (
    <p className="mt-3 text-ink-3 text-xs">
      {isTaken && `${t('taken')} `}
      <Button
        variant="link"
        size="sm"
        className="pointer-coarse:py-3"
        onClick={() => actions.take(isTaken ? null : seat)}
      >
        {t(isTaken ? 'back' : 'take')}
      </Button>
    </p>
  )
}
