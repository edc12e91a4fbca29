'use client'

import { useMutation } from '@tanstack/react-query'
import type { SiblingStart } from '../core/council/sibling.ts'
import type { SeatId, StageId } from '../core/council/types.ts'
import { type AcceptedRun, type Api, api, type Continuation } from './api.ts'
import { newIdempotencyKey } from './browser.ts'

/** What a reader may do with a run, and how far it is. */
export type RunActions = {
  stop(): void
  continueFrom(from: SiblingStart, others?: Omit<Continuation, 'from'>): void
  /** A failed seat joins again while its stage is open. */
  retrySeat(stage: StageId, seat: SeatId): void
  /** Makes a member's answer the final one; null: the verdict again. */
  take(seat: SeatId | null): void
  /** The action under way; stays set after a continuation was accepted, until its page is there. */
  pending: 'stop' | 'retry' | 'take' | SiblingStart | null
  /** Why the last action did not work; null when there is nothing to say. */
  problem: Error | null
}

/**
 * Everything that can be done with one run; `onChanged` is told when the page around it is to be read again, with the
 * sibling run where one was made.
 */
export function useRunActions(
  runId: string,
  options: { onChanged(sibling: AcceptedRun | null): void; client?: Api },
): RunActions {
  const client = options.client ?? api
  const stop = useMutation({ mutationFn: () => client.cancelRun({ runId }) })
  const retry = useMutation({
    mutationFn: (input: { stage: StageId; seat: SeatId }) => client.retrySeat({ runId, ...input }),
  })
  const take = useMutation({
    mutationFn: (seat: SeatId | null) => client.takeAnswer({ runId, seat }),
    onSuccess: () => options.onChanged(null),
  })
  const proceed = useMutation({
    mutationFn: (input: Continuation & { idempotencyKey: string }) => client.continueRun({ runId, ...input }),
    onSuccess: options.onChanged,
  })
  return {
    stop: () => stop.mutate(),
    continueFrom: (from, others) => proceed.mutate({ from, ...others, idempotencyKey: newIdempotencyKey() }),
    retrySeat: (stage, seat) => retry.mutate({ stage, seat }),
    take: (seat) => take.mutate(seat),
    pending: pendingOf(),
    problem: proceed.error ?? take.error ?? retry.error ?? stop.error,
  }

  function pendingOf(): RunActions['pending'] {
    if (proceed.isPending || proceed.isSuccess) return proceed.variables?.from ?? null
    if (take.isPending) return 'take'
    if (retry.isPending) return 'retry'
    return stop.isPending || stop.isSuccess ? 'stop' : null
  }
}
