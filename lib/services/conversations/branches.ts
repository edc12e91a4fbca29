import { branchEnds, newestEnd, pathTo, shownPath } from '../../core/conversations/path.ts'
import type { Conversation } from '../../core/conversations/types.ts'
import { AppError, invalidField } from '../../core/kernel/errors.ts'
import type { ThreadSummary } from '../../ports/branches.ts'
import type { Ctx } from '../context.ts'
import { getConversation } from './get.ts'

/** One way through a conversation, told by its last question. */
export type Branch = {
  runId: string
  turnId: string
  question: string
  createdAt: number
  turns: number
  isShown: boolean
}

/** Every way through a conversation, in the order of their last questions. */
export async function listBranches(ctx: Ctx<'conversations'>, id: string): Promise<Branch[]> {
  return branchesOf(await getConversation(ctx, id))
}

/** Shows the newest way through `runId` from now on, wherever the conversation is opened. */
export async function showBranch(
  ctx: Ctx<'conversations' | 'branches'>,
  { id, runId }: { id: string; runId: string },
): Promise<Branch[]> {
  const conversation = await getConversation(ctx, id)
  if (pathTo(conversation.turns, runId).length === 0)
    throw invalidField('run_id', 'There is no such run in this conversation.')
  const activeRunId = newestEnd(conversation.turns, runId)
  if (!(await ctx.branches.show(ctx.actor.tenantId, id, activeRunId))) throw new AppError('NOT_FOUND')
  return branchesOf({ ...conversation, activeRunId })
}

/** The threads that hang on messages of a conversation. */
export async function listThreads(ctx: Ctx<'conversations' | 'branches'>, id: string): Promise<ThreadSummary[]> {
  await getConversation(ctx, id)
  return ctx.branches.threads(ctx.actor.tenantId, id)
}

function branchesOf(conversation: Conversation): Branch[] {
  const shown = shownPath(conversation).at(-1)?.run.id
  return branchEnds(conversation.turns).flatMap((end) => {
    const path = pathTo(conversation.turns, end.id)
    const last = path.at(-1)?.turn
    if (!last) return []
    const { id: turnId, question } = last
    return { runId: end.id, turnId, question, createdAt: end.createdAt, turns: path.length, isShown: end.id === shown }
  })
}
