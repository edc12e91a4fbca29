'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { ApiProblem } from './api-problem.ts'

const MAX_REPEATS = 2

/** Gives mutations their client. A lost connection is tried again: every action carries an Idempotency-Key or is idempotent. */
export function ClientProvider({ children }: { children: ReactNode }) {
  const [client] = useState(createClient)
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}

function createClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      mutations: {
        networkMode: 'always',
        retry: (failures, error) => failures < MAX_REPEATS && error instanceof ApiProblem && error.code === 'NETWORK',
      },
    },
  })
}
