'use client'

import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { type AcceptedRun, type Api, api, type StartRun } from './api.ts'
import { newIdempotencyKey } from './browser.ts'

/** Asks over the API; `idempotencyKey` where the question already has one. Errors are ApiProblem. */
export type Start = (request: Omit<StartRun, 'idempotencyKey'>, idempotencyKey?: string) => Promise<AcceptedRun>

/**
 * The same question after a failure goes out under the same Idempotency-Key, because the first one may have arrived;
 * once taken, asking it again is a new question.
 */
export function useStartRun(client: Api = api): Start {
  const open = useRef<{ body: string; key: string } | null>(null)
  const { mutateAsync } = useMutation({ mutationFn: (input: StartRun) => client.startRun(input) })
  return async (request, idempotencyKey) => {
    if (idempotencyKey !== undefined) return mutateAsync({ ...request, idempotencyKey })
    const body = JSON.stringify(request)
    if (open.current?.body !== body) open.current = { body, key: newIdempotencyKey() }
    const run = await mutateAsync({ ...request, idempotencyKey: open.current.key })
    open.current = null
    return run
  }
}
