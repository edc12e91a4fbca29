import type { Conversation } from '../../core/conversations/types.ts'
import { AppError } from '../../core/kernel/errors.ts'
import type { Ctx } from '../context.ts'

/** A conversation with its turns. Another tenant's does not exist, nor does one that was removed. */
export async function getConversation(ctx: Ctx<'conversations'>, id: string): Promise<Conversation> {
  const conversation = await ctx.conversations.get(ctx.actor.tenantId, id)
  if (!conversation) throw noSuchConversation()
  return conversation
}

/** The answer to everything that is not there, or not yours. */
export function noSuchConversation(): AppError {
  return new AppError('NOT_FOUND', 'There is no such conversation.')
}
