import 'server-only'
import type { Route } from 'next'
import type { ConversationFilter, ConversationSummary } from '@/lib/core/conversations/types.ts'
import { AppError } from '@/lib/core/kernel/errors.ts'
import { listConversations } from '@/lib/services/conversations/index.ts'
import { visitorCtx } from '../visitor.ts'

export type ShelfSearch = Promise<{ before?: string | string[] }>

const PAGE = 50

/** One page of the visitor's conversations under `path`; an address with a cursor that is not ours is the first page. */
export async function findShelf(
  path: string,
  filter: Partial<ConversationFilter>,
  search: ShelfSearch,
): Promise<{ conversations: ConversationSummary[]; next: Route | null }> {
  const ctx = await visitorCtx()
  if (!ctx) return { conversations: [], next: null }
  const { before } = await search
  const list = (from: string | null) => listConversations(ctx, { limit: PAGE, cursor: from, filter })
  const page = await list(typeof before === 'string' ? before : null).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'VALIDATION_FAILED') return list(null)
    throw error
  })
  const next = page.nextCursor && (`${path}?${new URLSearchParams({ before: page.nextCursor })}` as Route)
  return { conversations: page.data, next: next || null }
}
