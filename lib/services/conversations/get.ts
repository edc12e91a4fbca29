import type { Conversation } from '../../core/conversations/types.ts'
import { AppError } from '../../core/kernel/errors.ts'
import type { Ctx } from '../context.ts'

/** A conversation with its turns. Another tenant's does not exist. */
export async function getConversation(ctx: Ctx<'conversations'>, id: string): Promise<Conversation> {
  const conversation = await ctx.conversations.get(ctx.actor.tenantId, id)
  if (!conversation) throw new AppError('NOT_FOUND', 'There is no such conversation.')
  return conversation
}
