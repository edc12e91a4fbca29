'use client'

import { useQuery } from '@tanstack/react-query'
import type { SourceResource } from '../api/sources/get.ts'
import { problemOf } from './api-problem.ts'
import { browser } from './browser.ts'

export type SourceLookup = { source: SourceResource | null; problem: Error | null }

/** A cited source, asked for once and kept. */
export function useSource(id: string, fetchFn: typeof fetch = browser.fetch): SourceLookup {
  const found = useQuery({
    queryKey: ['sources', id],
    queryFn: ({ signal }) => getSource(fetchFn, id, signal),
    staleTime: Number.POSITIVE_INFINITY,
    networkMode: 'always',
    retry: false,
  })
  return { source: found.data ?? null, problem: found.error }
}

async function getSource(fetchFn: typeof fetch, id: string, signal: AbortSignal): Promise<SourceResource> {
  const response = await fetchFn(`/api/v1/sources/${encodeURIComponent(id)}`, {
    signal,
    credentials: 'same-origin',
    headers: { accept: 'application/json' },
  })
  if (!response.ok) throw await problemOf(response)
  return (await response.json()) as SourceResource
}
