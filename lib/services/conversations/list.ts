import type { ConversationSummary } from '../../core/conversations/types.ts'
import { invalidField } from '../../core/kernel/errors.ts'
import type { Ctx } from '../context.ts'
import { readCursor, writeCursor } from './cursor.ts'

/** Conversations by last activity, newest first. `limit` 1 to 100; `cursor` from the page before. */
export async function listConversations(
  ctx: Ctx<'conversations' | 'cursorKey'>,
  { limit, cursor }: { limit: number; cursor: string | null },
): Promise<{ data: ConversationSummary[]; nextCursor: string | null }> {
  const before = cursor === null ? null : readCursor(cursor, ctx.cursorKey, ctx.actor.tenantId)
  if (before === undefined) throw invalidField('cursor', 'This cursor is not one of ours. Start again without it.')
  const rows = await ctx.conversations.list(ctx.actor.tenantId, { limit: limit + 1, before })
  const data = rows.slice(0, limit)
  const last = data.at(-1)
  const nextCursor = rows.length > limit && last ? writeCursor(last, ctx.cursorKey, ctx.actor.tenantId) : null
  return { data, nextCursor }
}
