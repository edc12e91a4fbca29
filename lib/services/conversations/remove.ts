import type { ConversationSummary } from '../../core/conversations/types.ts'
import type { Ctx } from '../context.ts'
import { stopRun } from '../runs/index.ts'
import { noSuchConversation } from './get.ts'

/** Removes a conversation so that it can be restored, and stops what runs in it: nobody would read it. Safe to repeat. */
export async function removeConversation(
  ctx: Ctx<'conversations' | 'clock' | 'runs' | 'engine'>,
  id: string,
): Promise<void> {
  const removed = await ctx.conversations.remove(ctx.actor.tenantId, id, ctx.clock.now())
  if (!removed) throw noSuchConversation()
  for (const runId of removed.liveRuns) await stopRun(ctx, runId)
}

/** The title of a conversation that was removed and can be restored; null for every other id. */
export async function findRemovedTitle(ctx: Ctx<'conversations'>, id: string): Promise<string | null> {
  return (await ctx.conversations.removed(ctx.actor.tenantId, id))?.title ?? null
}

/** Undoes `removeConversation`; runs that it stopped stay stopped. */
export async function restoreConversation(ctx: Ctx<'conversations'>, id: string): Promise<ConversationSummary> {
  const conversation = await ctx.conversations.restore(ctx.actor.tenantId, id)
  if (!conversation) throw noSuchConversation()
  return conversation
}
