'use client'

import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { type AcceptedRun, type Api, api, type StartRun } from './api.ts'
import { newIdempotencyKey } from './browser.ts'

/**
 * Asks over the API. The same question after a failure goes out under the same Idempotency-Key, because the first one
 * may have arrived; once taken, asking it again is a new question. Errors are ApiProblem.
 */
export function useStartRun(client: Api = api): (request: Omit<StartRun, 'idempotencyKey'>) => Promise<AcceptedRun> {
  const open = useRef<{ body: string; key: string } | null>(null)
  const { mutateAsync } = useMutation({ mutationFn: (input: StartRun) => client.startRun(input) })
  return async (request) => {
    const body = JSON.stringify(request)
    if (open.current?.body !== body) open.current = { body, key: newIdempotencyKey() }
    const run = await mutateAsync({ ...request, idempotencyKey: open.current.key })
    open.current = null
    return run
  }
}
