'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { SearchHitResource } from '../api/conversations/resource.schema.ts'
import { type Api, api } from './api.ts'
import { browser } from './browser.ts'

const PAUSE_MS = 120

/** What is found for a text that is being typed: asked after a pause, the last answer stays until the next is there. */
export type ConversationSearch = { hits: SearchHitResource[]; isSettled: boolean; problem: Error | null }

export function useConversationSearch(text: string, client: Api = api): ConversationSearch {
  const typed = text.trim()
  const query = usePaused(typed)
  const found = useQuery({
    queryKey: ['conversations', 'search', query],
    queryFn: ({ signal }) => client.searchConversations({ query, signal }),
    enabled: query !== '',
    placeholderData: keepPreviousData,
    networkMode: 'always',
    retry: false,
  })
  if (typed === '') return { hits: [], isSettled: true, problem: null }
  const isSettled = query === typed && !found.isFetching && !found.isPlaceholderData
  return { hits: found.data ?? [], isSettled, problem: found.error }
}

/** `value` once it has stood still for a moment. */
function usePaused(value: string): string {
  const [paused, setPaused] = useState(value)
  useEffect(() => browser.after(PAUSE_MS, () => setPaused(value)), [value])
  return paused
}
