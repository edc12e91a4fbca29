import { shownPath } from '../../core/conversations/path.ts'
import type { Conversation } from '../../core/conversations/types.ts'
import { finalAnswer, hasEnded, memberAnswers } from '../../core/council/select.ts'
import type { HistoryTurn, SeatId } from '../../core/council/types.ts'
import { invalidField } from '../../core/kernel/errors.ts'
import { firstWords } from '../../core/kernel/text.ts'
import type { NewRun } from '../../ports/runs.ts'
import type { Ctx } from '../context.ts'
import { getRun } from './get.ts'

type Needs = Ctx<'conversations' | 'branches' | 'runs' | 'engine' | 'ids'>

/** Where a question goes, and everything that was said on the way there, oldest first. */
export type Place = {
  conversationId: string
  newConversation: NewRun['newConversation']
  parentRunId: string | null
  said: HistoryTurn[]
}

type Where = {
  question: string
  conversationId?: string | undefined
  parentRunId?: string | undefined
  editsTurnId?: string | undefined
  thread?: { runId: string; seat: SeatId | null } | undefined
}

/** Finds the place of a question: a new conversation, the end of a path, a branch, or a thread about a message. */
export async function placeOf(ctx: Needs, where: Where): Promise<Place> {
  if (where.conversationId === undefined) return newPlace(ctx, where)
  if (where.thread) throw invalidField('thread', 'A thread is asked on by its own conversation_id.')
  const conversation = await ctx.conversations.get(ctx.actor.tenantId, where.conversationId)
  if (!conversation) throw invalidField('conversation_id', 'There is no such conversation.')
  const parentRunId = parentOf(conversation, where)
  const said = parentRunId === null ? [] : await ctx.branches.history(ctx.actor.tenantId, parentRunId)
  const about = conversation.thread ? [await messageOf(ctx, conversation.thread)] : []
  return { conversationId: conversation.id, newConversation: null, parentRunId, said: [...about, ...said] }
}

async function newPlace(ctx: Needs, { question, parentRunId, editsTurnId, thread }: Where): Promise<Place> {
  if (parentRunId !== undefined) throw invalidField('parent_run_id', 'Name its conversation_id too.')
  if (editsTurnId !== undefined) throw invalidField('edits_turn_id', 'Name its conversation_id too.')
  return {
    conversationId: ctx.ids.next('conversation'),
    newConversation: { title: firstWords(question), ...(thread ? { thread } : {}) },
    parentRunId: null,
    said: thread ? [await messageOf(ctx, thread)] : [],
  }
}

function parentOf(conversation: Conversation, { parentRunId, editsTurnId }: Where): string | null {
  const { turns } = conversation
  if (parentRunId !== undefined && editsTurnId !== undefined)
    throw invalidField('parent_run_id', 'Name a run to ask on or a turn to edit, not both.')
  if (editsTurnId !== undefined) {
    const turn = turns.find((it) => it.id === editsTurnId)
    if (!turn) throw invalidField('edits_turn_id', 'There is no such turn in this conversation.')
    return turn.parentRunId
  }
  if (parentRunId === undefined) return shownPath(conversation).at(-1)?.run.id ?? null
  if (turns.some((turn) => turn.runs.some((run) => run.id === parentRunId))) return parentRunId
  throw invalidField('parent_run_id', 'There is no such run in this conversation.')
}

/** The one message that a thread knows of its conversation: the question, and the answer it is about. */
async function messageOf(ctx: Needs, { runId, seat }: { runId: string; seat: SeatId | null }): Promise<HistoryTurn> {
  const run = await getRun(ctx, runId).catch(() => null)
  if (!run) throw invalidField('thread.run_id', 'There is no such run.')
  const text = seat === null ? finalAnswer(run)?.text : memberAnswers(run).find((it) => it.seat === seat)?.text
  if (!text || (seat === null && !hasEnded(run)))
    throw invalidField(seat === null ? 'thread.run_id' : 'thread.seat', 'There is no such answer yet.')
  return { question: run.question, answer: text, stopped: seat === null && run.status === 'cancelled' }
}
