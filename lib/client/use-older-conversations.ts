'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import type { ListedConversation } from '../core/conversations/types.ts'
import { type Api, api, type ConversationPage } from './api.ts'

const PAGE = 50
const LARGEST_PAGE = 100

/** What follows the first page of the list, as far as it was asked for. */
export type OlderConversations = {
  rows: ListedConversation[]
  /** Where the next page begins; null on the last. */
  next: string | null
  isLoading: boolean
  /** Why the last page could not be had, as a sentence. */
  problem: Error | null
  /** Asks for the next page; answers whether it came. */
  load(): Promise<boolean>
}

type Loaded = { first: ConversationPage; rows: ListedConversation[]; next: string | null }

/**
 * Pages after `first`, one at a time. When the server sends another `first` (something was renamed, asked, deleted), as
 * many rows as were there are read again from its end, and until then the old ones stay.
 */
export function useOlderConversations(first: ConversationPage, client: Api = api): OlderConversations {
  const [loaded, setLoaded] = useState<Loaded>(() => ({ first, rows: [], next: first.next }))
  const [isLoading, setLoading] = useState(false)
  const [problem, setProblem] = useState<Error | null>(null)
  if (loaded.first !== first && loaded.rows.length === 0) setLoaded({ first, rows: [], next: first.next })

  const readAgain = useEffectEvent(async (signal: AbortSignal) => {
    if (loaded.first === first) return
    const again = await readRows(client, { from: first.next, count: loaded.rows.length, signal }).catch(() => null)
    if (again && !signal.aborted) setLoaded({ first, ...again })
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another first page asks for it.
  useEffect(() => {
    const left = new AbortController()
    void readAgain(left.signal)
    return () => left.abort()
  }, [first])

  async function load(): Promise<boolean> {
    if (isLoading || loaded.next === null) return false
    setLoading(true)
    setProblem(null)
    try {
      const page = await client.listConversations({ limit: PAGE, cursor: loaded.next, pinned: false })
      const append = (now: Loaded) =>
        now.next === loaded.next ? { ...now, rows: [...now.rows, ...page.rows], next: page.next } : now
      setLoaded(append)
      return true
    } catch (error) {
      setProblem(error instanceof Error ? error : null)
      return false
    } finally {
      setLoading(false)
    }
  }

  const shown = new Set(first.rows.map(({ id }) => id))
  const rows = loaded.rows.filter(({ id }) => !shown.has(id))
  return { rows, next: loaded.next, isLoading, problem, load }
}

type Span = { from: string | null; count: number; signal: AbortSignal }

async function readRows(client: Api, { from, count, signal }: Span): Promise<ConversationPage> {
  const rows: ListedConversation[] = []
  let next = from
  while (next !== null && rows.length < count) {
    const page = await client.listConversations({ limit: LARGEST_PAGE, cursor: next, pinned: false, signal })
    rows.push(...page.rows)
    next = page.next
  }
  return { rows, next }
}
