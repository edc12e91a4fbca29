'use client'

import { useMutation } from '@tanstack/react-query'
import { type Api, api, type ContinueFrom } from './api.ts'
import { newIdempotencyKey } from './browser.ts'

/** What a reader may do with a run, and how far it is. */
export type RunActions = {
  stop(): void
  continueFrom(from: ContinueFrom): void
  /** The action under way; stays set after a continuation was accepted, until its page is there. */
  pending: 'stop' | ContinueFrom | null
  /** Why the last action did not work, as a sentence; null when there is nothing to say. */
  problem: string | null
}

/** Stop, retry and "write from what is there" of one run; `onAccepted` is told where the sibling run lives. */
export function useRunActions(
  runId: string,
  options: { onAccepted(run: { id: string; conversationId: string }): void; client?: Api },
): RunActions {
  const client = options.client ?? api
  const stop = useMutation({ mutationFn: () => client.cancelRun({ runId }) })
  const proceed = useMutation({
    mutationFn: (input: { from: ContinueFrom; idempotencyKey: string }) => client.continueRun({ runId, ...input }),
    onSuccess: options.onAccepted,
  })
  const isProceeding = proceed.isPending || proceed.isSuccess
  return {
    stop: () => stop.mutate(),
    continueFrom: (from) => proceed.mutate({ from, idempotencyKey: newIdempotencyKey() }),
    pending: isProceeding ? (proceed.variables?.from ?? null) : stop.isPending || stop.isSuccess ? 'stop' : null,
    problem: (proceed.error ?? stop.error)?.message ?? null,
  }
}
