import type { ConversationSummary } from '../../core/conversations/types.ts'
import { AppError } from '../../core/kernel/errors.ts'
import type { Ctx } from '../context.ts'
import { parseInput } from '../parse.ts'
import { noSuchConversation } from './get.ts'
import { type UpdateInput, updateInput } from './update.schema.ts'

/**
 * Changes what is given. With `ifVersion`, only while nobody else has: else VERSION_CONFLICT, and `details.current` is
 * the conversation as it stands.
 */
export async function updateConversation(
  ctx: Ctx<'conversations' | 'clock'>,
  id: string,
  { ifVersion, ...input }: UpdateInput & { ifVersion: number | null },
): Promise<ConversationSummary> {
  const change = parseInput(updateInput, input)
  const edit = { change, at: ctx.clock.now(), expected: ifVersion }
  const done = await ctx.conversations.update(ctx.actor.tenantId, id, edit)
  if (done.outcome === 'missing') throw noSuchConversation()
  if (done.outcome === 'conflict') throw new AppError('VERSION_CONFLICT', undefined, { current: done.conversation })
  return done.conversation
}
